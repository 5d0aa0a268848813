import type { Position } from 'geojson';
import type { RegionArea, SeriesGuide } from '../series/model';
import type { DaySpan } from '../time/day';
import type { AreaFeature } from './boundary-set';
import { wound } from './winding';

function holdsIn({ from, to }: RegionArea, window: DaySpan): boolean {
  return (from === null || from <= window.to) && (to === null || to >= window.from);
}

/**
 * The outlines that a series brings of its regions, by region: of several that hold in a window the last one that began, for the map
 * shows one.
 */
export function ownAreas(
  { areas = [], regions }: Pick<SeriesGuide, 'areas' | 'regions'>,
  window: DaySpan,
): ReadonlyMap<string, AreaFeature> {
  const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
  const chosen = new Map<string, RegionArea>();
  for (const area of areas) {
    const known = chosen.get(area.region);
    const isLater =
      known === undefined ||
      (area.from ?? Number.NEGATIVE_INFINITY) >= (known.from ?? Number.NEGATIVE_INFINITY);
    if (holdsIn(area, window) && isLater) chosen.set(area.region, area);
  }
  return new Map(
    [...chosen].map(([id, { polygons }]) => [
      id,
      {
        type: 'Feature',
        properties: { name: labels.get(id) ?? id },
        geometry: {
          type: 'MultiPolygon',
          coordinates: polygons.map((rings) => wound(rings as unknown as readonly Position[][])),
        },
      },
    ]),
  );
}
