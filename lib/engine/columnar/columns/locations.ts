import type { Kept } from '../../../caches/budget';
import type { RegionId } from '../../../series/model';
import { aroundOf, type HexMeasures, heightOf, hexagonAt } from '../../../series/places/hexagons';
import {
  type Box,
  boxOfEnds,
  isInBox,
  locationOf,
  OFF_MAP,
  type OffMap,
  POINT_PRECISIONS,
  type PointPrecision,
} from '../../../series/places/location';
import { placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Postings } from './bits';
import type { Columns } from './columns';
import { type Codes, inOrderOfRows } from './dictionary';
import { Numbered } from './numbered';
import { pointsOf } from './packed-places';

/** Under which the locations of rows, and the distinct locations, are kept. */
export const [LOCATION_CODES, LOCATIONS] = ['location of row', 'locations'] as const;

/** Degrees are held in parts of this, from the south pole and from the west, so that they are whole and not negative. */
const PARTS = 100_000;
const [SOUTH, WEST] = [90 * PARTS, 180 * PARTS];
/** Numbers of a location: its kind, its latitude and its longitude. */
const WIDTH = 3;

/** The first codes are those of incidents that are off the map, by reason. */
export const OFF_CODES = OFF_MAP.length;

const NO_REGIONS: readonly RegionId[] = [];
const SOME_REGION = ['some'] as readonly string[] as readonly RegionId[];

/** Where rows are: each has the code of a location. Codes below {@link OFF_CODES} are those off the map, the others of points. */
export class Locations {
  readonly size: number;
  readonly #columns: Columns;
  readonly #kept: { readonly codes: Kept<Uint32Array>; readonly numbers: Kept<Uint32Array> };
  #blocks: Int32Array | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#kept = { codes: codesOf(columns), numbers: numbersOf(columns) };
    this.size = this.#numbers.length / WIDTH;
  }

  get codes(): Codes {
    return this.#kept.codes.get();
  }

  get #numbers(): Uint32Array {
    return this.#kept.numbers.get();
  }

  /** The rows of each location. */
  postings(): Postings {
    return this.#columns.postings(LOCATION_CODES, { codes: this.codes, values: { length: this.size } });
  }

  off(code: number): OffMap {
    return OFF_MAP[code]!;
  }

  precision(code: number): PointPrecision {
    return POINT_PRECISIONS[this.#numbers[code * WIDTH]!]!;
  }

  /** In degrees, to the digits of {@link locationOf}. */
  lat(code: number): number {
    return (this.#numbers[code * WIDTH + 1]! - SOUTH) / PARTS;
  }

  lon(code: number): number {
    return (this.#numbers[code * WIDTH + 2]! - WEST) / PARTS;
  }

  /** Whether a point lies further north than another, else further west, else has the id that comes first: ids are made of few. */
  isBefore(code: number, other: number): boolean {
    const numbers = this.#numbers;
    const north = numbers[code * WIDTH + 1]! - numbers[other * WIDTH + 1]!;
    if (north !== 0) return north > 0;
    const east = numbers[code * WIDTH + 2]! - numbers[other * WIDTH + 2]!;
    return east === 0 ? byCodePoint(this.id(code), this.id(other)) < 0 : east < 0;
  }

  /** The id of the place at a point. */
  id(code: number): string {
    const point = { lat: this.lat(code), lon: this.lon(code), precision: this.precision(code) };
    return placeId({ at: 'point', ...point });
  }

  isInside(code: number, box: Box): boolean {
    return isInBox({ lat: this.lat(code), lon: this.lon(code) }, box);
  }

  /** The hexagon of each location in a grid: its column and its row, one after the other; those off the map have that of 0, 0. */
  hexagons(measures: HexMeasures): Int32Array {
    const hexagons = new Int32Array(this.size * 2);
    for (let code = OFF_CODES; code < this.size; code++) {
      const { column, row } = hexagonAt(measures, aroundOf(this.lon(code)), heightOf(this.lat(code)));
      hexagons[code * 2] = column;
      hexagons[code * 2 + 1] = row;
    }
    return hexagons;
  }

  /** The box around the locations of which `held` is not 0; null where there is none. */
  extent(held: Uint8Array | Uint32Array): Box | null {
    const blocks = this.#blocksOfEnds();
    const found = noEnds();
    for (let block = 0, from = 0; from < this.size; block++, from += BLOCK) {
      // What lies within the box that is known cannot widen it.
      if (isWithin(blocks, block * ENDS, found)) continue;
      this.#addEnds(found, 0, from, Math.min(this.size, from + BLOCK), held);
    }
    const [south, north, west, east, least, greatest] = found as unknown as readonly [
      ...[south: number, north: number, west: number, east: number, least: number, greatest: number],
    ];
    if (south > north) return null;
    return boxOfEnds({
      ...{ south: (south - SOUTH) / PARTS, north: (north - SOUTH) / PARTS },
      lon: [(west - WEST) / PARTS, (east - WEST) / PARTS],
      turned: [(least - WEST) / PARTS, (greatest - WEST) / PARTS],
    });
  }

  /** The ends of each {@link BLOCK} of locations; made once. */
  #blocksOfEnds(): Int32Array {
    if (this.#blocks === null) {
      this.#blocks = new Int32Array(Math.ceil(this.size / BLOCK) * ENDS);
      for (let from = 0, at = 0; from < this.size; from += BLOCK, at += ENDS) {
        this.#blocks.set(noEnds(), at);
        this.#addEnds(this.#blocks, at, from, Math.min(this.size, from + BLOCK), null);
      }
    }
    return this.#blocks;
  }

  /** Widens the ends at a place by those of some locations of which `held` is not 0, or by all. */
  #addEnds(
    ends: Int32Array,
    place: number,
    from: number,
    to: number,
    held: Uint8Array | Uint32Array | null,
  ): void {
    const numbers = this.#numbers;
    for (let code = Math.max(from, OFF_CODES); code < to; code++) {
      if (held !== null && held[code] === 0) continue;
      const [lat, lon] = [numbers[code * WIDTH + 1]!, numbers[code * WIDTH + 2]!];
      const turned = lon < WEST ? lon + 2 * WEST : lon;
      if (lat < ends[place]!) ends[place] = lat;
      if (lat > ends[place + 1]!) ends[place + 1] = lat;
      if (lon < ends[place + 2]!) ends[place + 2] = lon;
      if (lon > ends[place + 3]!) ends[place + 3] = lon;
      if (turned < ends[place + 4]!) ends[place + 4] = turned;
      if (turned > ends[place + 5]!) ends[place + 5] = turned;
    }
  }
}

/** Locations of which the ends are kept together. */
const BLOCK = 64;
/** South, north, west, east, and the last two turned by half the world: numbers of the ends of locations. */
const ENDS = 6;

/** Ends of nothing: any location widens them. */
function noEnds(): Int32Array {
  const [before, after] = [-1, 2 ** 30 - 1];
  return Int32Array.of(after, before, after, before, after, before);
}

/** Whether the ends at a place lie within those at the beginning of others. */
function isWithin(ends: Int32Array, place: number, others: Int32Array): boolean {
  return (
    ends[place]! >= others[0]! &&
    ends[place + 1]! <= others[1]! &&
    ends[place + 2]! >= others[2]! &&
    ends[place + 3]! <= others[3]! &&
    ends[place + 4]! >= others[4]! &&
    ends[place + 5]! <= others[5]!
  );
}

interface MadeLocations {
  readonly codes: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Gives locations their codes. */
class LocationCodes {
  readonly #known: Numbered;
  readonly #numbers: number[] = OFF_MAP.flatMap(() => [0, 0, 0]);

  /** For at most so many distinct places. */
  constructor(most: number) {
    this.#known = new Numbered(most);
  }

  codeOf(precision: PointPrecision, lat: number, lon: number): number {
    const kind = POINT_PRECISIONS.indexOf(precision);
    const [north, east] = [Math.round(lat * PARTS) + SOUTH, Math.round(lon * PARTS) + WEST];
    const key = (kind * (2 * SOUTH + 1) + north) * (2 * WEST + 1) + east;
    const code = OFF_CODES + this.#known.placeOf(key);
    if (code * WIDTH === this.#numbers.length) this.#numbers.push(kind, north, east);
    return code;
  }

  numbers(): Uint32Array {
    return Uint32Array.from(this.#numbers);
  }
}

/** The locations of all rows: of each distinct place once, and again where only a region is known of it. */
function makeLocations({ parts, size }: Columns): MadeLocations {
  const made = new LocationCodes(parts.place.values.length);
  const bare = new Uint32Array(parts.place.values.length);
  const inRegion = new Uint32Array(bare.length);
  const codeOf = (location: ReturnType<typeof locationOf>) =>
    location.at === 'point'
      ? made.codeOf(location.precision, location.lat, location.lon)
      : OFF_MAP.indexOf(location.at);
  let at = 0;
  const { values } = parts.place;
  for (const place of pointsOf(values)) {
    const location = locationOf({ place, regions: NO_REGIONS });
    bare[at] = codeOf(location);
    // Regions tell of a place only where there is no point.
    inRegion[at] = location.at === 'point' ? bare[at]! : codeOf(locationOf({ place, regions: SOME_REGION }));
    at++;
  }
  const hasRegion = Uint8Array.from(parts.regions.values.map((regions) => (regions.length > 0 ? 1 : 0)));
  const codes = new Uint32Array(size);
  const [places, regions] = [parts.place.codes, parts.regions.codes];
  for (let row = 0; row < size; row++) {
    codes[row] = (hasRegion[regions[row]!] === 1 ? inRegion : bare)[places[row]!]!;
  }
  return inTurn(codes, made.numbers());
}

/** The same locations, of which those of rows beside each other lie beside each other: rows are counted day by day. */
function inTurn(codes: Uint32Array, numbers: Uint32Array): MadeLocations {
  const order = inOrderOfRows(codes, numbers.length / WIDTH, codes, OFF_CODES);
  const ordered = new Uint32Array(order.length * WIDTH);
  for (let code = 0; code < order.length; code++) {
    const from = order[code]! * WIDTH;
    for (let part = 0; part < WIDTH; part++) ordered[code * WIDTH + part] = numbers[from + part]!;
  }
  return { codes, numbers: ordered };
}

/** What no file has: made together, and held, for a million places take seconds. */
function madeLocations(columns: Columns): MadeLocations {
  return columns.kept('locations made', () => makeLocations(columns));
}

function codesOf(columns: Columns): Kept<Uint32Array> {
  return columns.numbers(LOCATION_CODES, () => madeLocations(columns).codes);
}

function numbersOf(columns: Columns): Kept<Uint32Array> {
  return columns.numbers(LOCATIONS, () => madeLocations(columns).numbers);
}

/** The code of each row, as it is kept. */
export function locationCodes(columns: Columns): Uint32Array {
  return codesOf(columns).get();
}

/** The numbers of all locations, as they are kept. */
export function locationNumbers(columns: Columns): Uint32Array {
  return numbersOf(columns).get();
}

/** Where the rows of a series are. */
export function locationsOf(columns: Columns): Locations {
  return columns.kept('where rows are', () => new Locations(columns));
}
