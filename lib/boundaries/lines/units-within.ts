import type { Position } from 'geojson';
import { areaAt, areasIn, type BoundarySet } from '../boundary-set';
import { boxAround } from '../region-areas';

const known = new WeakMap<BoundarySet, Map<string, readonly Position[][]>>();

/** The borders between the units of a country, made once. */
export function unitBorders(set: BoundarySet, country: string): readonly Position[][] {
  const made = known.get(set) ?? new Map<string, readonly Position[][]>();
  known.set(set, made);
  const lines = made.get(country) ?? bordersWithin(set, country);
  made.set(country, lines);
  return lines;
}

/**
 * The borders between the units of a country without what lies in another: who draws the units may see its borders elsewhere than who draws the
 * countries, and a map follows these alone.
 */
function bordersWithin(set: BoundarySet, country: string): readonly Position[][] {
  const layer = set.units(country);
  const box = layer === null ? null : boxAround(layer.areas);
  if (layer === null || box === null) return [];
  const { countries } = set;
  const near = areasIn(countries, box).map((at) => countries.areas[at]!);
  const others = { ...countries, areas: near.filter(({ properties }) => properties.code !== country) };
  const { coordinates } = layer.borders(layer.areas.map((_, at) => at));
  return coordinates.flatMap((line) =>
    partsOf(line, ([west = 0, south = 0], [east = 0, north = 0]) => {
      const isAcross = Math.abs(east - west) > 180;
      return isAcross || areaAt(others, { lon: (west + east) / 2, lat: (south + north) / 2 }) === null;
    }),
  );
}

/** The parts of a line of which each stretch between two points is kept. */
function partsOf(line: readonly Position[], isKept: (from: Position, to: Position) => boolean): Position[][] {
  const parts: Position[][] = [];
  let open: Position[] | null = null;
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1]!, line[at]!];
    if (!isKept(from, to)) {
      open = null;
      continue;
    }
    if (open === null) {
      open = [from];
      parts.push(open);
    }
    open.push(to);
  }
  return parts;
}
