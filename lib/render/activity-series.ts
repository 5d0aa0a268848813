import { group, sum } from 'd3-array';
import { NONE, SEVERAL } from '../query/query';
import type { BinsResult, BinValue } from '../query/result';
import type { SeriesInfo } from '../query/series-info';
import type { Estimate } from '../series/model';
import { byCodePoint } from '../series/text';
import type { Split } from '../view/view';
import type { ActivityBin } from './activity-bins';
import { type ColourName, colourName, OTHER, paletteOrder } from './palette';
import { SPLIT_NOUNS, seriesLabel } from './series-label';
import { restIsDoubt } from './series-links';

/** One series of a chart, a value for each bin. */
export interface ActivitySeries {
  /** `all` without a split; `one` stands for itself; the others as in query.ts and palette.ts. */
  readonly kind: 'all' | 'one' | typeof OTHER | typeof SEVERAL | typeof NONE;
  /** The ids counted in it: one of `one`, several of `other`, `none` of `none`, else empty. */
  readonly members: readonly string[];
  readonly label: string;
  readonly colour: ColourName;
  /** Null where nothing was watched and nothing is known; an estimate of nulls where incidents report no figure. */
  readonly values: readonly (Estimate | null)[];
  /** The sum of best over the bins, before any running sum; null where nothing is reported. */
  readonly total: number | null;
  /** False where low and high cannot be given, since they do not add up over the members. */
  readonly ranged: boolean;
}

type Info = Pick<SeriesInfo, 'guide' | 'ranking'>;
type Values = ReadonlyMap<number, Estimate>;

const NOTHING: Estimate = { low: 0, best: 0, high: 0 };

/** Sums of best alone; the ends are those of best. What nobody reports stays null. */
function addBest(all: readonly BinValue[]): Estimate {
  const reported = all.flatMap(({ best, high }) => (best === null || high === null ? [] : [best]));
  const best = reported.length === 0 ? null : sum(reported);
  return { low: best, best, high: best };
}

function byBin(all: readonly BinValue[]): Values {
  return new Map([...group(all, ({ start }) => start)].map(([start, values]) => [start, addBest(values)]));
}

function totalOf(values: Values): number | null {
  // Without high nobody reports anything in that bin: its best, if any, is 0 for no incidents.
  const reported = [...values.values()].flatMap(({ best, high }) =>
    best === null || high === null ? [] : [best],
  );
  return reported.length === 0 && values.size > 0 ? null : sum(reported);
}

function labelled(
  info: Info,
  split: Split,
  id: string | null,
  stacked: boolean,
): Pick<ActivitySeries, 'kind' | 'label' | 'members'> {
  if (id === null) return { kind: 'all', members: [], label: 'All incidents' };
  if (id === SEVERAL) return { kind: SEVERAL, members: [], label: `Several ${SPLIT_NOUNS[split].many}` };
  const { short } = seriesLabel(info.guide, split, id);
  if (id === NONE) {
    const label = restIsDoubt(split, stacked) ? `${short}, or only suspected` : short;
    return { kind: NONE, members: [id], label };
  }
  return { kind: 'one', members: [id], label: short };
}

/** The place of an id in the order of the chart: the palette, what is beyond it, several, none. */
function place(order: readonly string[], id: string | null): number {
  if (id === SEVERAL) return order.length + 1;
  if (id === NONE) return order.length + 2;
  const index = order.indexOf(id ?? '');
  return index < 0 ? order.length : index;
}

/**
 * The series of a result: those of the palette each, those beyond it in one. Only series with an incident in high.
 * `stacked` as the result was asked for: else an incident of several series counts in each, and more than once in those
 * beyond the palette, which says so.
 */
export function activitySeries(
  info: Info,
  split: Split,
  bins: readonly ActivityBin[],
  { bins: values }: BinsResult,
  stacked = false,
): readonly ActivitySeries[] {
  const order = paletteOrder(info, split);
  const filled = (known: Values) => bins.map((bin) => known.get(bin.start) ?? (bin.covered ? NOTHING : null));
  const places = [...group(values, ({ series }) => place(order, series))].sort(([a], [b]) => a - b);
  return places.map(([, all]) => {
    const ids = [...new Set(all.map(({ series }) => series))].sort((a, b) => byCodePoint(a ?? '', b ?? ''));
    const [id = null] = ids;
    const alone = ids.length === 1;
    const known = alone
      ? new Map(all.map(({ start, low, best, high }) => [start as number, { low, best, high }]))
      : byBin(all);
    const named = alone
      ? { ...labelled(info, split, id, stacked), colour: colourName(order, id) }
      : ({
          kind: OTHER,
          members: ids.flatMap((one) => one ?? []),
          label: `Other (${ids.length} ${SPLIT_NOUNS[split].many}${stacked ? '' : ', added up'})`,
          colour: '--series-other',
        } as const);
    return { ...named, values: filled(known), total: totalOf(known), ranged: alone };
  });
}
