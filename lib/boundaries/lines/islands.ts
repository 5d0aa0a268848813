import type { Position } from 'geojson';
import type { Box } from '../../series/places/location';
import { type AreaFeature, type AreaLayer, boxesOf } from '../boundary-set';
import { boxWidth, type MapPoint } from '../map-frame';

/** What reaches farther than this is drawn at any scale, in degrees. */
const LARGEST = 4;
/** So far from its box a point still belongs to an island, for outlines are simplified, in degrees. */
const ABOUT = 0.1;

/** A point by the square degree that it lies in. */
function squareOf(lon: number, lat: number): number {
  return Math.floor(lon) * 1000 + Math.floor(lat);
}

function bySquare(points: readonly MapPoint[]): ReadonlyMap<number, readonly MapPoint[]> {
  const squares = new Map<number, MapPoint[]>();
  for (const point of points) {
    const square = squareOf(point.lon, point.lat);
    const there = squares.get(square);
    if (there) there.push(point);
    else squares.set(square, [point]);
  }
  return squares;
}

function isHeld({ west, south, east, north }: Box, squares: ReturnType<typeof bySquare>): boolean {
  const [left, right, bottom, top] = [west - ABOUT, east + ABOUT, south - ABOUT, north + ABOUT];
  for (let lon = Math.floor(left); lon <= right; lon++) {
    for (let lat = Math.floor(bottom); lat <= top; lat++) {
      const points = squares.get(lon * 1000 + lat) ?? [];
      if (points.some((one) => one.lon >= left && one.lon <= right && one.lat >= bottom && one.lat <= top))
        return true;
    }
  }
  return false;
}

function outersOf({ geometry }: AreaFeature): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon'
    ? [geometry.coordinates[0] ?? []]
    : geometry.coordinates.map(([outer = []]) => outer);
}

/** The outlines of the small parts of areas, such as islands, that have points on them; those across the date line are left out. */
export function islandsAt(
  { areas }: AreaLayer,
  points: readonly MapPoint[],
): readonly (readonly Position[])[] {
  if (points.length === 0) return [];
  const squares = bySquare(points);
  return areas.flatMap((area) => {
    const outers = outersOf(area);
    return boxesOf(area).flatMap((box, part) => {
      const isSmall = box.west <= box.east && boxWidth(box) < LARGEST && box.north - box.south < LARGEST;
      return isSmall && isHeld(box, squares) ? [outers[part]!] : [];
    });
  });
}
