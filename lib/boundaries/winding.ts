import { geoArea } from 'd3-geo';
import type { Position } from 'geojson';

/** Whether a ring goes with the clock around its inside, the lesser part of the world, as d3-geo takes it. */
function isWithClock(ring: readonly Position[]): boolean {
  return geoArea({ type: 'Polygon', coordinates: [ring as Position[]] }) <= 2 * Math.PI;
}

/** A polygon as d3-geo takes it: the outer ring with the clock, holes against it. GeoJSON has it the other way round, or any way. */
export function wound(polygon: readonly (readonly Position[])[]): Position[][] {
  return polygon.map((ring, at) => (isWithClock(ring) === (at === 0) ? [...ring] : ring.toReversed()));
}
