import type { FlatLine } from './lay-flat';

type Point = readonly [x: number, y: number];
type Rings = readonly (readonly Point[])[];

/** A place in an area, and how far about it nothing else lies. */
export interface AreaPlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Vertices of an edge nearer than this to the one before tell nothing of where there is room, in units. */
const FINE = 1;

/** The rings of an area without what is too fine. */
function ringsOf(lines: readonly FlatLine[]): Rings {
  return lines.flatMap(({ points }) => {
    const ring: Point[] = [];
    let [x, y] = [Number.NEGATIVE_INFINITY, 0];
    for (let at = 0; at < points.length; at += 2) {
      if (Math.abs(points[at]! - x) + Math.abs(points[at + 1]! - y) < FINE) continue;
      [x, y] = [points[at]!, points[at + 1]!];
      ring.push([x, y]);
    }
    return ring.length > 2 ? [ring] : [];
  });
}

/** The middle of an area and its size, of rings that run one way about it and the other about its holes. */
function middleOf(lines: readonly FlatLine[]): AreaPlace {
  let [twice, sumX, sumY] = [0, 0, 0];
  for (const { points } of lines) {
    const last = points.length - 2;
    let [x, y] = [points[last]!, points[last + 1]!];
    for (let at = 0; at <= last; at += 2) {
      const [toX, toY] = [points[at]!, points[at + 1]!];
      const cross = x * toY - toX * y;
      twice += cross;
      sumX += (x + toX) * cross;
      sumY += (y + toY) * cross;
      [x, y] = [toX, toY];
    }
  }
  return { x: sumX / (3 * twice), y: sumY / (3 * twice), room: Math.sqrt(Math.abs(twice) / 2) };
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
export function placeInArea(lines: readonly FlatLine[]): AreaPlace {
  const middle = middleOf(lines);
  const rings = ringsOf(lines);
  const isRoomy = isIn(rings, middle.x, middle.y) && toEdge(rings, middle.x, middle.y) > NARROW * middle.room;
  return isRoomy ? middle : (deepest(rings) ?? middle);
}
