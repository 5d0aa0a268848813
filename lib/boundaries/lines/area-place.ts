import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';

type Point = readonly [x: number, y: number];
type Rings = readonly (readonly Point[])[];

/** A place in an area, and how far about it nothing else lies. */
export interface AreaPlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** The rings of an object laid flat. */
function ringsOf(object: GeoPermissibleObjects, projection: GeoProjection): Rings {
  const rings: Point[][] = [];
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)?.push([x, y]),
    arc() {},
    closePath() {},
  })(object);
  return rings;
}

/** Whether a point lies in an area and in none of its holes. */
function isIn(rings: Rings, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring[ring.length - 1]!;
    for (const to of ring) {
      if (
        before[1] > y !== to[1] > y &&
        x < before[0] + ((y - before[1]) * (to[0] - before[0])) / (to[1] - before[1])
      )
        inside = !inside;
      before = to;
    }
  }
  return inside;
}

/** How far the nearest edge is. */
function toEdge(rings: Rings, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let before = ring[ring.length - 1]!;
    for (const to of ring) {
      const [dx, dy] = [to[0] - before[0], to[1] - before[1]];
      const share = ((x - before[0]) * dx + (y - before[1]) * dy) / (dx * dx + dy * dy || 1);
      const along = share < 0 ? 0 : share > 1 ? 1 : share;
      const [offX, offY] = [x - before[0] - along * dx, y - before[1] - along * dy];
      least = Math.min(least, offX * offX + offY * offY);
      before = to;
    }
  }
  return Math.sqrt(least);
}

/** A middle that is nearer to an edge than this part of the root of the size is no place for a text. */
const NARROW = 0.12;

/** A text is wider than high: it has more room than a circle to the nearest edge. */
const WIDEST = 2.8;

/** Points across and down that are tried where the middle of an area lies outside of it. */
const TRIED = 15;

/** The one of a grid of points in an area that is farthest from its edges; null where none is in it. */
function deepest(rings: Rings): AreaPlace | null {
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const ends = (values: readonly number[]) =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const);
  const [[left, right], [top, bottom]] = [ends(xs), ends(ys)];
  let best: AreaPlace | null = null;
  for (let across = 1; across <= TRIED; across++) {
    for (let down = 1; down <= TRIED; down++) {
      const x = left + ((right - left) * across) / (TRIED + 1);
      const y = top + ((bottom - top) * down) / (TRIED + 1);
      if (!isIn(rings, x, y)) continue;
      const room = WIDEST * toEdge(rings, x, y);
      if (best === null || room > best.room) best = { x, y, room };
    }
  }
  return best;
}

/**
 * Where a text about an area may stand: at its middle where that lies well in it, else in its widest part, for the middle of a bow or of an area
 * with a hole lies in another.
 */
export function placeInArea(object: GeoPermissibleObjects, projection: GeoProjection): AreaPlace {
  const path = geoPath(projection);
  const [x, y] = path.centroid(object);
  const middle = { x, y, room: Math.sqrt(path.area(object)) };
  const rings = ringsOf(object, projection);
  const isRoomy = isIn(rings, x, y) && toEdge(rings, x, y) > NARROW * middle.room;
  return isRoomy ? middle : (deepest(rings) ?? middle);
}
