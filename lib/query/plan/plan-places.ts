import { baseOf } from '../../series/measures';
import { gridFor } from '../../series/places/hexagons';
import type { Box } from '../../series/places/location';
import { hasRegionTree } from '../../series/places/region-tree';
import { isStacked, type View } from '../../view/view';
import type { Engine } from '../engine';
import { drawnAs } from '../figures/derived';
import type { PlacesQuery } from '../query';
import type { GroupValue, PlacesResult } from '../result';
import { filterOf, filterWithout, rollup } from './filter';
import type { PlanInfo } from './plan';

/** More points than this are counted in hexagons. */
export const MOST_PLACES = 5000;

const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };

/** The query of a map: all clauses of the view but those on box and place. `part` is what of the world is shown; null for all of it. */
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
    grid: gridFor(gridBox ?? WORLD),
  };
}

/** The figure of each region, with all clauses of the view but that on regions: of all incidents in it or in what lies in it. */
export async function askRegions(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Omit<GroupValue, 'series'>>> {
  const measure = baseOf(drawnAs(view, info.guide).measure);
  const filter = filterWithout(view, 'region', info);
  const { regions } = info.guide;
  const by = {
    split: 'region',
    ...(hasRegionTree(regions) ? { roll: regions.map(({ id }) => id) } : {}),
  } as const;
  const { groups } = await engine.run({ kind: 'groups', filter, measure, ...by }, signal);
  return new Map(groups.map(({ series, ...value }) => [series ?? '', value]));
}

/** Asks for the places of a view; hexagons are of a size for the part that is shown, which for all of them the first answer tells. */
export async function askPlaces(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  part: Box | null,
  signal?: AbortSignal,
): Promise<PlacesResult> {
  const first = await engine.run(planPlaces(view, info, part), signal);
  if (first.as === 'points' || part !== null || first.extent === null) return first;
  return engine.run(planPlaces(view, info, null, first.extent), signal);
}
