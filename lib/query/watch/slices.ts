import { giveWay } from '../../caches/pause';
import { isOpenSplit, listRole } from '../../series/facets';
import type { Split } from '../../series/field-table';
import { isOwnKey, type OwnKey } from '../../series/fields';
import { wholes } from '../../series/hierarchy';
import { hasRegionTree } from '../../series/places/region-tree';
import type { Bin } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { changeView } from '../../view/change';
import { withClause } from '../../view/grammar/own-clause';
import type { View } from '../../view/view';
import type { Engine } from '../engine';
import type { SeriesInfo } from '../info/series-info';
import { filterOf } from '../plan/filter';
import { type BinsQuery, type Filter, NONE } from '../query';
import { countsOfGroups, fingerprint, tellsTime, total } from './slice-counts';

/** A value of a field, `none` among them. */
export interface SliceValue {
  readonly field: Exclude<Split, 'none' | 'relation' | 'initiator'>;
  readonly value: string;
}

/** What is watched: all incidents of the view, those of one value, or those of one value in one region. */
export interface SliceOf {
  /** None: all. The region stands last. */
  readonly values: readonly SliceValue[];
}

/** The best counts of a slice, bin by bin. */
export interface CountedSlice {
  readonly id: SliceOf;
  readonly counts: Float32Array;
}

/** Regions in which the other fields are watched value by value: those with the most incidents. */
const MOST_REGIONS = 100;
/** So many slices are watched at most, those in the regions with the fewest incidents left out first. */
const MOST_SLICES = 50_000;

/** The bins of a watch: the first day of each, ascending, and where each stands. */
export interface WatchedBins {
  readonly span: DaySpan;
  readonly bin: Bin;
  readonly starts: readonly Day[];
}

/** The fields of a series of which each value is watched. One that the view filters by is not: its values are chosen. */
export function watchedFields(view: View, info: SeriesInfo): readonly SliceValue['field'][] {
  return info.offers.splits.filter(
    (split): split is SliceValue['field'] => split !== 'none' && isOpenSplit(split) && !filters(view, split),
  );
}

function filters(view: View, field: SliceValue['field']): boolean {
  return isOwnKey(field) ? view.own.some(({ key }) => key === field) : view[listRole(field).asked].length > 0;
}

/** Those that a field's values with parts are rolled up under: all of them, as in its facet; null where none has parts. */
function wholesOf(
  split: Split,
  { actors, actorRelations, regions }: SeriesInfo['guide'],
): readonly string[] | null {
  if (split === 'actor' && wholes(actorRelations).size > 0) return actors.map(({ id }) => id);
  return split === 'region' && hasRegionTree(regions) ? regions.map(({ id }) => id) : null;
}

/** The bins of each value of a field. Actors and regions stand for their parts as well, as in their facets. */
function planSlices(filter: Filter, bin: Bin, split: Split, { guide }: Pick<SeriesInfo, 'guide'>): BinsQuery {
  const query = { kind: 'bins', filter, bin, measure: 'incidents', stacked: false, beyond: null } as const;
  const roll = wholesOf(split, guide);
  return roll === null ? { ...query, split } : { ...query, split, roll };
}

/**
 * The counts of all that is watched in a view. Values that hold all incidents of what they are a part of are left out, for they would say
 * the same twice, and so are values that have the same counts as one before them, such as codes beside names.
 */
export async function countSlices(
  engine: Engine,
  view: View,
  info: SeriesInfo,
  bins: WatchedBins,
  signal?: AbortSignal,
): Promise<readonly CountedSlice[]> {
  const filter = { ...filterOf(view, info), from: bins.span.from, to: bins.span.to };
  const fields = watchedFields(view, info);
  const ask = async (split: Split, within: Filter) => {
    await giveWay(signal);
    const { bins: found } = await engine.run(planSlices(within, bins.bin, split, info), signal);
    return countsOfGroups(found, bins.starts);
  };
  const all = (await ask('none', filter)).get('') ?? new Float32Array(bins.starts.length);
  const slices: CountedSlice[] = [{ id: { values: [] }, counts: all }];
  const known = new Set<string>();
  const add = (found: ReadonlyMap<string, Float32Array>, of: number, idOf: (value: string) => SliceOf) => {
    for (const [value, counts] of found) {
      if (total(counts) >= of - 1e-6 || slices.length >= MOST_SLICES) continue;
      const key = fingerprint(counts);
      if (known.has(key)) continue;
      known.add(key);
      slices.push({ id: idOf(value), counts });
    }
  };
  const others: SliceValue['field'][] = [];
  for (const field of fields) {
    const found = await ask(field, filter);
    if (tellsTime(found)) continue;
    if (field !== 'region') others.push(field);
    add(found, total(all), (value) => ({ values: [{ field, value }] }));
  }
  if (!fields.includes('region')) return slices;
  for (const [region, sum] of regionsOf(slices)) {
    const inside = { ...filter, regions: [region] };
    for (const field of others) {
      const id = (value: string): SliceOf => ({
        values: [
          { field, value },
          { field: 'region', value: region },
        ],
      });
      add(await ask(field, inside), sum, id);
    }
  }
  return slices;
}

/** The regions with the most incidents, and how many. */
function regionsOf(slices: readonly CountedSlice[]): readonly (readonly [string, number])[] {
  return slices
    .flatMap(({ id: { values }, counts }) =>
      values[0]?.field === 'region' ? [[values[0].value, total(counts)] as const] : [],
    )
    .filter(([region]) => region !== NONE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_REGIONS);
}

/** The view that a slice is: the same with its values as filters. */
export function viewOfSlice(view: View, { values }: SliceOf): View {
  return values.reduce((narrowed, { field, value }) => {
    if (isOwnKey(field)) return changeView(narrowed, { own: ownClause(narrowed, field, value) });
    return changeView(narrowed, { [listRole(field).asked]: [value] });
  }, view);
}

function ownClause(view: View, key: OwnKey, value: string): View['own'] {
  return withClause(view.own, key, { key, values: [value], range: null });
}

/** Whether two slices tell of much the same: one is a part of the other, or both are of one region. */
export function isNear(one: SliceOf, other: SliceOf): boolean {
  const region = ({ values }: SliceOf) => values.find(({ field }) => field === 'region')?.value;
  const shared = region(one);
  return isPartOf(one, other) || isPartOf(other, one) || (shared !== undefined && shared === region(other));
}

function isPartOf(part: SliceOf, whole: SliceOf): boolean {
  return whole.values.every((one) =>
    part.values.some(({ field, value }) => field === one.field && value === one.value),
  );
}
