import { baseOf } from '../../series/measures';
import { gridFor } from '../../series/places/hexagons';
import { type Box, OFF_MAP, type OffMap } from '../../series/places/location';
import { POINT_DOUBTS, type PointDoubt } from '../../series/places/point-doubts';
import { hasRegionTree } from '../../series/places/region-tree';
import { isStacked, type View } from '../../view/view';
import type { Engine } from '../engine';
import { drawnAs } from '../figures/derived';
import { EVERYTHING } from '../info/everything';
import { NONE, type PlacesQuery } from '../query';
import type { GroupValue, PlaceMark, PlacesResult } from '../result';
import { filterOf, filterWithout, rollup } from './filter';
import type { PlanInfo } from './plan';

/** Groups that the card of a mark names. */
export const MOST_NAMED_GROUPS = 6;
/** More points than this are counted in hexagons. */
export const MOST_PLACES = 5000;

/** The query of a map: all clauses of the view but those on box and place. `part` is what of the world is shown; null for all of it, where hexagons are of a size for all places, should no `gridBox` be given. */
export function planPlaces(
  view: View,
  info: PlanInfo,
  part: Box | null,
  gridBox: Box | null = part,
): PlacesQuery {
  const drawn = drawnAs(view, info.guide);
  return {
    kind: 'places',
    filter: { ...filterOf(view, info), box: null, places: [] },
    measure: baseOf(drawn.measure),
    ...{ split: view.split, ...rollup(view, info) },
    stacked: isStacked(drawn.mode),
    box: part,
    most: view.map === 'hexagons' ? 0 : MOST_PLACES,
    mostGroups: MOST_NAMED_GROUPS,
    grid: gridBox === null ? { atLeast: 0 } : gridFor(gridBox),
  };
}

/** More points than this are not looked at one by one. */
const MOST_SEARCHED = 20_000;
/** Where they are looked for, so wide hexagons are, in km. */
const SEARCHED_ACROSS = 100;

/** The query for all points of a revision with the regions that their rows name; hexagons where there are more than {@link MOST_SEARCHED}. */
export function searchedMarks(): PlacesQuery {
  return {
    ...{ kind: 'places', filter: EVERYTHING, measure: 'incidents', split: 'region', stacked: false },
    ...{ box: null, most: MOST_SEARCHED, grid: { across: SEARCHED_ACROSS, parallel: 0 } },
  };
}

/** The incidents that a view has at some points of which something may be wrong, wherever these are, by what it is; the points of the most incidents first. */
export async function askDoubts(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  doubted: ReadonlyMap<string, PointDoubt>,
  signal?: AbortSignal,
): Promise<readonly DoubtedMarks[]> {
  if (doubted.size === 0) return [];
  const query = planPlaces(view, info, null);
  const filter = { ...query.filter, places: [...doubted.keys()] };
  const asked = { ...query, filter, measure: 'incidents', split: 'none', most: doubted.size } as const;
  const { marks } = await engine.run(asked, signal);
  return POINT_DOUBTS.flatMap((why) => {
    const held = marks.filter(({ id }) => doubted.get(id) === why);
    const ordered = held.toSorted((one, other) => other.matched - one.matched);
    return held.length === 0 ? [] : [{ why, marks: ordered }];
  });
}

/** Points of which something may be wrong, as {@link askDoubts} finds them. */
export interface DoubtedMarks {
  readonly why: PointDoubt;
  readonly marks: readonly PlaceMark[];
}

/** The figures of the regions that a map shades, what those leave out, and all together. */
export interface RegionFigures {
  /** By region; one that is not shaded has its own, where no shaded one holds it. An incident in several counts in each. */
  readonly values: ReadonlyMap<string, Omit<GroupValue, 'series'>>;
  /** Of several regions together, by the first of them, each incident once. */
  readonly together: ReadonlyMap<string, Omit<GroupValue, 'series'>>;
  /** Of what names no region, and of all incidents, each once; null where there are none. */
  readonly none: GroupValue | null;
  readonly total: GroupValue | null;
}

/** Asks for the figures of regions, with all clauses of the view but that on regions: the shaded ones stand for all that lies in them, and those of each list in `shared` are one shape. */
export async function askRegions(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  shaded: readonly string[],
  shared: readonly (readonly string[])[] = [],
  signal?: AbortSignal,
): Promise<RegionFigures> {
  const measure = baseOf(drawnAs(view, info.guide).measure);
  const query = { kind: 'groups', filter: filterWithout(view, 'region', info), measure } as const;
  const rolled = hasRegionTree(info.guide.regions) ? { roll: shaded } : {};
  const [{ groups }, all, ...sums] = await Promise.all([
    engine.run({ ...query, split: 'region', ...rolled }, signal),
    engine.run({ ...query, split: 'none' }, signal),
    ...shared.map((regions) =>
      engine.run({ ...query, filter: { ...query.filter, regions }, split: 'none' }, signal),
    ),
  ]);
  const together = sums.flatMap((sum, at) => {
    const value = sum.groups[0];
    return value === undefined ? [] : [[shared[at]![0]!, value] as const];
  });
  const none = groups.find(({ series }) => series === NONE) ?? null;
  const named = groups.flatMap(({ series, ...value }) =>
    series === null || series === NONE ? [] : [[series, value] as const],
  );
  return { values: new Map(named), together: new Map(together), none, total: all.groups[0] ?? null };
}

/**
 * What of a measure other than incidents lies at no point, by reason: the engine counts these in incidents. Empty where the view counts
 * incidents itself.
 */
export async function askOffMap(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  { off }: Pick<PlacesResult, 'off'>,
  signal?: AbortSignal,
): Promise<Partial<Readonly<Record<OffMap, GroupValue>>>> {
  const measure = baseOf(drawnAs(view, info.guide).measure);
  if (measure === 'incidents') return {};
  const held = OFF_MAP.filter((why) => off[why].high > 0);
  const filter = { ...filterOf(view, info), box: null };
  const sums = held.map(async (why) => {
    const asked = { ...filter, places: [why] };
    const { groups } = await engine.run({ kind: 'groups', filter: asked, measure, split: 'none' }, signal);
    return groups.map((value) => [why, value] as const);
  });
  return Object.fromEntries((await Promise.all(sums)).flat());
}

/** Asks for the places of a view. Hexagons are of a size for `grid`, the part that is shown where nothing else is said. */
export function askPlaces(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  part: Box | null,
  signal?: AbortSignal,
  grid: Box | null = part,
): Promise<PlacesResult> {
  return engine.run(planPlaces(view, info, part, grid), signal);
}
