import type { Position } from 'geojson';
import type { Box, Point } from '../series/places/location';
import { type AreaFeature, type BoundarySet, boxesMeet, boxesOf, isInRing, polygonsOf } from './boundary-set';
import { namedAreas, onlyArea } from './match-names';

/** Distances are measured up to so many kilometres; what lies farther is infinitely far. */
const FARTHEST = 150;
/** Kilometres in a degree of a meridian. */
const KM = 111.2;
/** So many degrees wide and high are the parts of the world for which it is known what lies near them. */
const CELL = 5;

/** A part of an area, as points of a cell are looked for in it. */
interface AreaPart {
  readonly area: AreaFeature;
  /** Its edge before its holes. */
  readonly rings: readonly (readonly Position[])[];
  /** The lines of these that come near to the cell: four numbers each, longitude and latitude of its ends. */
  readonly lines: Float64Array;
}

/** The countries of a set as points are looked for in them. */
class Countries {
  readonly #areas: readonly AreaFeature[];
  readonly #named: ReturnType<typeof namedAreas>;
  readonly #found = new Map<string, AreaFeature | null>();
  readonly #cells = new Map<number, readonly AreaPart[]>();

  constructor({ countries }: BoundarySet) {
    this.#areas = countries.areas;
    this.#named = namedAreas(countries);
  }

  /** The country of a name, looked for once; null where no outline or more than one has it. */
  named(name: string): AreaFeature | null {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = this.#named(name);
    // A territory of a country lies elsewhere.
    const alike = /\bterritor(y|ies)\b/i.test(name) ? [] : found.alike;
    const area = this.#areas[onlyArea({ ...found, alike }) ?? -1] ?? null;
    this.#found.set(name, area);
    return area;
  }

  /** The parts of all countries that a point is in, or that are no farther from it than is measured; and perhaps others. */
  near({ lat, lon }: Point): readonly AreaPart[] {
    const [south, west] = [Math.floor(lat / CELL) * CELL, Math.floor(lon / CELL) * CELL];
    const cell = south * 360 + west;
    const known = this.#cells.get(cell);
    if (known !== undefined) return known;
    const about = around({ west, south, east: west + CELL, north: south + CELL });
    const parts = this.#areas.flatMap((area) => {
      const rings = polygonsOf(area);
      return boxesOf(area).flatMap((box, at) =>
        boxesMeet(box, about) ? [{ area, rings: rings[at]!, lines: linesIn(rings[at]!, about) }] : [],
      );
    });
    this.#cells.set(cell, parts);
    return parts;
  }
}

/** A box with all that is no farther from it than is measured. */
function around({ west, south, east, north }: Box): Box {
  const high = FARTHEST / KM;
  const nearest = Math.cos((Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + high) * Math.PI) / 180);
  const wide = Math.min((360 - (east - west)) / 2, high / nearest);
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** How far a longitude lies east of another, from -180 to 180. */
function eastOf(lon: number, from: number): number {
  return ((((lon - from + 180) % 360) + 360) % 360) - 180;
}

/** The lines of some rings that may reach into a box. */
function linesIn(rings: AreaPart['rings'], { west, south, east, north }: Box): Float64Array {
  const [middle, half] = [(west + east) / 2, (east - west) / 2];
  const lines: number[] = [];
  for (const ring of rings) {
    let [fromLon = 0, fromLat = 0] = ring[0] ?? [];
    for (const [lon = 0, lat = 0] of ring) {
      const [from, to] = [eastOf(fromLon, middle), eastOf(lon, middle)];
      const isHere =
        Math.min(from, to) <= half &&
        Math.max(from, to) >= -half &&
        Math.min(fromLat, lat) <= north &&
        Math.max(fromLat, lat) >= south;
      if (isHere) lines.push(fromLon, fromLat, lon, lat);
      [fromLon, fromLat] = [lon, lat];
    }
  }
  return Float64Array.from(lines);
}

/** How far a point lies from the nearest of some lines, in km, on a plane that touches the Earth at the point: true enough near it. */
function kmFromLines({ lat, lon }: Point, lines: Float64Array): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < lines.length; at += 4) {
    const fromX = KM * shrink * eastOf(lines[at]!, lon);
    const fromY = KM * (lines[at + 1]! - lat);
    const dx = KM * shrink * eastOf(lines[at + 2]!, lon) - fromX;
    // What seems to go halfway around the world goes over its far side.
    if (Math.abs(dx) >= 180 * KM * shrink) continue;
    const dy = KM * (lines[at + 3]! - lat) - fromY;
    const along = Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, (fromX + along * dx) ** 2 + (fromY + along * dy) ** 2);
  }
  return Math.sqrt(least);
}

/**
 * How far a point lies from a country as it is outlined, or from all land where none is said, in km: 0 in it, infinity where it is farther than
 * {@link FARTHEST}; null where no outline has the name. Outlines are simplified, so that a few km mean nothing.
 */
export type KmFrom = (country: string | null, point: Point) => number | null;

function measuredIn(countries: Countries): KmFrom {
  return (country, point) => {
    const area = country === null ? null : countries.named(country);
    if (country !== null && area === null) return null;
    const parts = countries.near(point).filter((part) => area === null || part.area === area);
    const { lat, lon } = point;
    const isIn = parts.some(
      ({ rings: [outer = [], ...holes] }) =>
        isInRing(lon, lat, outer) && !holes.some((hole) => isInRing(lon, lat, hole)),
    );
    if (isIn) return 0;
    const least = Math.min(...parts.map(({ lines }) => kmFromLines(point, lines)));
    return least <= FARTHEST ? least : Number.POSITIVE_INFINITY;
  };
}

const known = new WeakMap<BoundarySet, KmFrom>();

/** What measures distances by the outlines of a set: the same for as long as the set is there. */
export function distancesIn(set: BoundarySet): KmFrom {
  const measure = known.get(set) ?? measuredIn(new Countries(set));
  known.set(set, measure);
  return measure;
}

/**
 * Whether a point seems to have its numbers exchanged: it lies very far from the country that is named, and in it once they are. Off a coast that runs
 * along the diagonal much would lie in the country if it were exchanged: so what is only far is not said to be.
 */
export function seemsExchanged(kmFrom: KmFrom, country: string, { lat, lon }: Point): boolean {
  return (
    Math.abs(lon) <= 90 &&
    kmFrom(country, { lat, lon }) === Number.POSITIVE_INFINITY &&
    kmFrom(country, { lat: lon, lon: lat }) === 0
  );
}
