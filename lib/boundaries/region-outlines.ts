import type { Box } from '../series/places/location';
import { type BaseMap, countriesOf } from './base-map';
import type { BoundarySet } from './boundary-set';
import type { MapFrame, MapPoint } from './map-frame';
import { boxAround, type NamedRegion, searchAreas } from './region-areas';
import { type AreaOutline, shadedMap } from './shaded-map';

/** Regions that have an outline. */
export interface RegionOutlines {
  readonly ids: readonly string[];
  /** Those that have none because several outlines could be theirs by their names. */
  readonly unclear?: readonly string[];
  /** The least box around some of them, or around all where none of those is known. */
  readonly around: (ids: readonly string[]) => Box;
  /** Of some of them, in a frame, and what lies beneath. */
  readonly in: (frame: MapFrame, ids: readonly string[]) => RegionsLaid;
}

export interface RegionsLaid {
  readonly areas: ReadonlyMap<string, AreaOutline>;
  readonly base: BaseMap;
}

/** The outlines of regions among those of a set, and of the series itself; null where none of them has any. `draw` may keep what it has drawn. */
export function regionOutlines(
  set: BoundarySet,
  regions: readonly NamedRegion[],
  points: readonly MapPoint[],
  draw = shadedMap,
): RegionOutlines | null {
  const { areas, unclear } = searchAreas(set, regions, countriesOf(set.countries, points));
  const box = boxAround([...areas.values()]);
  if (box === null) return null;
  return {
    ids: [...areas.keys()],
    unclear,
    around: (ids) => boxAround(ids.flatMap((id) => areas.get(id) ?? [])) ?? box,
    in: (frame, ids) => {
      const known = ids.filter((id) => areas.has(id));
      const features = [...new Set(known.map((id) => areas.get(id)!))];
      const { areas: drawn, base } = draw(set, frame, features);
      const outlineOf = new Map(features.map((feature, at) => [feature, drawn[at]!]));
      return { areas: new Map(known.map((id) => [id, outlineOf.get(areas.get(id)!)!])), base };
    },
  };
}
