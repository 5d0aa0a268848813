import type { Box } from '../series/places/location';
import { type AreaOutline, areaOutlines, countriesOf } from './base-map';
import type { BoundarySet } from './boundary-set';
import type { MapFrame, MapPoint } from './map-frame';
import { boxAround, type NamedRegion, regionAreas } from './region-areas';

/** Regions that have an outline. */
export interface RegionOutlines {
  readonly ids: readonly string[];
  /** The least box around some of them, or around all where none of those is known. */
  readonly around: (ids: readonly string[]) => Box;
  /** Of some of them, in a frame. */
  readonly in: (frame: MapFrame, ids: readonly string[]) => ReadonlyMap<string, AreaOutline>;
}

/** The outlines of regions among those of a set, and of the series itself; null where none of them has any. */
export function regionOutlines(
  set: BoundarySet,
  regions: readonly NamedRegion[],
  points: readonly MapPoint[],
): RegionOutlines | null {
  const areas = regionAreas(set, regions, countriesOf(set.countries, points));
  const box = boxAround([...areas.values()]);
  if (box === null) return null;
  return {
    ids: [...areas.keys()],
    around: (ids) => boxAround(ids.flatMap((id) => areas.get(id) ?? [])) ?? box,
    in: (frame, ids) => {
      const known = ids.flatMap((id) =>
        [[id, areas.get(id)] as const].filter(([, area]) => area !== undefined),
      );
      const laid = areaOutlines(
        frame,
        known.map(([, area]) => area!),
      );
      return new Map(known.map(([id], at) => [id, laid[at]!]));
    },
  };
}
