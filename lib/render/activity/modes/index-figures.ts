import { type DrawnBin, touches } from '../../../query/coverage/bin-parts';
import type { CellValue } from '../../../query/result';
import type { Bound } from '../../../time/bounds';
import type { ActivityGroup } from '../groups';

type Values = readonly (CellValue | null)[];

/** What an index is of: the bin that is 100, null where no bin can be, and the groups that have no figure there. */
export interface IndexBase {
  readonly index: number | null;
  /** Whether the reader chose it. */
  readonly chosen: boolean;
  readonly without: readonly string[];
}

function isBase(value: CellValue | null | undefined): value is CellValue & { readonly best: number } {
  return value !== null && value !== undefined && (value.best ?? 0) > 0;
}

/** The bin that holds the day the reader chose; null where the chart does not show it. */
function chosenBin(bins: readonly DrawnBin[], { from }: Bound): number | null {
  const at = bins.findIndex((bin, index) => {
    const next = bins[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return bin.start <= from && from < next && from <= bin.to;
  });
  return at < 0 ? null : at;
}

/** What tells whether a bin can be the base of a group. */
type Candidate = Pick<ActivityGroup, 'values' | 'missed' | 'thin'>;

/** The first whole bin in which most groups can have their base; null where none can. */
function firstBin(
  bins: readonly DrawnBin[],
  groups: readonly Candidate[],
  canBe: (group: Candidate, bin: DrawnBin) => boolean,
): number | null {
  let [most, at]: [number, number | null] = [0, null];
  for (const [index, bin] of bins.entries()) {
    const possible = (one: Candidate) => isBase(one.values[index]) && canBe(one, bin);
    const figures = bin.partial || !bin.covered ? 0 : groups.filter(possible).length;
    if (figures > most) [most, at] = [figures, index];
  }
  return at;
}

/** The base where the reader chose none: searched as well as any where there is such a bin, for a fall from or to thin years may be one of looking. */
function usualBase(bins: readonly DrawnBin[], groups: readonly Candidate[]): number | null {
  const well = firstBin(bins, groups, ({ missed, thin }, bin) => !touches(bin, [...missed, ...thin]));
  return well ?? firstBin(bins, groups, ({ missed }, bin) => !touches(bin, missed));
}

/**
 * A value as an index of another. The least it can be is its low over the high of the base, the most its high over the
 * low of it; open where that low is 0. The base itself is 100 and nothing else.
 */
function indexOf(value: CellValue, base: CellValue & { readonly best: number }): CellValue {
  if (value === base) return { low: 100, best: 100, high: 100, basis: value.basis };
  const { low, best, high, basis } = value;
  return {
    low: low === null || base.high === null ? null : (100 * low) / base.high,
    best: best === null ? null : (100 * best) / base.best,
    high: high === null || base.low === null || base.low === 0 ? null : (100 * high) / base.low,
    basis,
  };
}

function indexed(values: Values, at: number | null): Values | null {
  const base = at === null ? null : values[at];
  return isBase(base) ? values.map((value) => value && indexOf(value, base)) : null;
}

/** Figures of groups and of all together with those of one bin set to 100; a group without a figure there is left out. */
export function indexFigures(
  bins: readonly DrawnBin[],
  groups: readonly ActivityGroup[],
  totals: Values,
  chosen: Bound | null,
): { readonly base: IndexBase; readonly groups: readonly ActivityGroup[]; readonly totals: Values } {
  const index = chosen === null ? usualBase(bins, groups) : chosenBin(bins, chosen);
  const shown = groups.flatMap((one) => {
    const own = indexed(one.values, index);
    return own === null ? [] : [{ ...one, values: own }];
  });
  const kept = new Set(shown.map(({ label }) => label));
  return {
    base: {
      index,
      chosen: chosen !== null,
      without: groups.map(({ label }) => label).filter((label) => !kept.has(label)),
    },
    groups: shown,
    totals: indexed(totals, index) ?? totals.map(() => null),
  };
}
