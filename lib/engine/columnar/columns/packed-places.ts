import type { Place } from '../../../series/model';
import { ColumnBuilder, codesFor, type Dictionary, distinctly, recoded } from './dictionary';
import { type Memory, OWN_MEMORY, type Values } from './values';

/** What of a place is text. */
export const PLACE_TEXTS = [
  'name',
  'country',
  'precision',
  'note',
] as const satisfies readonly (keyof Place)[];
export type PlaceText = (typeof PLACE_TEXTS)[number];

/** Places as columns of their own: degrees, NaN where there are none, and texts. */
export interface PlaceColumns {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly texts: Readonly<Record<PlaceText, Dictionary<string | null>>>;
}

const FIRST = 1024;

/** Degrees as JSON has them, which knows no negative zero. */
function degrees(number: number | null): number {
  return number === null ? Number.NaN : number === 0 ? 0 : number;
}

function stated(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}

function textAt({ codes, values }: Dictionary<string | null>, code: number): string | null {
  return values.at(codes[code]!)!;
}

/** A place put together again. */
export function placeIn({ lat, lon, texts }: PlaceColumns, code: number): Place {
  return {
    name: textAt(texts.name, code),
    country: textAt(texts.country, code),
    lat: stated(lat[code]!),
    lon: stated(lon[code]!),
    precision: textAt(texts.precision, code),
    note: textAt(texts.note, code),
  } as Place;
}

/** A place by its coordinates alone where it has any: its names, which may take long to read, tell nothing then of where it is. */
function pointIn(columns: PlaceColumns, code: number): Omit<Place, 'note'> {
  const [lat, lon] = [stated(columns.lat[code]!), stated(columns.lon[code]!)];
  if (lat === null && lon === null) return placeIn(columns, code);
  const precision = textAt(columns.texts.precision, code) as Place['precision'];
  return { name: null, country: null, lat, lon, precision };
}

/** Places as far as they tell where they are, in the order of their codes. */
export function pointsOf(values: Values<Place>): Iterable<Omit<Place, 'note'>> {
  return values instanceof PlaceValues ? values.points() : values;
}

/** Values that are put together one by one. */
export abstract class PlaceValues implements Values<Place> {
  abstract readonly length: number;
  abstract at(code: number): Place | undefined;
  /** All of them as columns, one group after the other, for one look at each. */
  protected abstract groups(): Iterable<PlaceColumns>;

  /** See {@link pointsOf}: of many places none is put together whole. */
  *points(): Generator<Omit<Place, 'note'>> {
    for (const group of this.groups()) {
      for (let code = 0; code < group.length; code++) yield pointIn(group, code);
    }
  }

  *[Symbol.iterator](): IterableIterator<Place> {
    for (const group of this.groups()) {
      for (let code = 0; code < group.length; code++) yield placeIn(group, code);
    }
  }

  map<U>(make: (value: Place, code: number) => U): U[] {
    return Array.from(this, make);
  }
}

/** Many places, of which nearly each incident has its own, as columns: as objects of the engine they take many times as much. */
export class PackedPlaces extends PlaceValues {
  length = 0;
  #lat: Float64Array;
  #lon: Float64Array;
  readonly #texts: Readonly<Record<PlaceText, ColumnBuilder<string | null>>>;
  #made: PlaceColumns | null = null;

  constructor(private readonly memory: Memory = OWN_MEMORY) {
    super();
    this.#lat = new Float64Array(memory(8 * FIRST));
    this.#lon = new Float64Array(memory(8 * FIRST));
    const builders = PLACE_TEXTS.map((name) => [
      name,
      new ColumnBuilder<string | null>(undefined, undefined, undefined, memory),
    ]);
    this.#texts = Object.fromEntries(builders);
  }

  /** Places as columns: those that they are already, where they are. */
  static from(places: Values<Place>): PackedPlaces {
    if (places instanceof PackedPlaces) return places;
    const packed = new PackedPlaces();
    for (const place of places) packed.push(place);
    return packed;
  }

  static of(columns: PlaceColumns): PackedPlaces {
    const places = new PackedPlaces(() => new ArrayBuffer(8 * FIRST));
    places.length = columns.length;
    places.#made = columns;
    return places;
  }

  push(place: Place): void {
    if (this.length === this.#lat.length)
      [this.#lat, this.#lon] = [this.#more(this.#lat), this.#more(this.#lon)];
    this.#lat[this.length] = degrees(place.lat);
    this.#lon[this.length] = degrees(place.lon);
    for (const name of PLACE_TEXTS) this.#texts[name].set(this.length, place[name]);
    this.length++;
    this.#made = null;
  }

  #more(numbers: Float64Array): Float64Array {
    const more = new Float64Array(this.memory(16 * numbers.length));
    more.set(numbers);
    return more;
  }

  /** The columns as they are; what is added later is not in them. */
  get columns(): PlaceColumns {
    this.#made ??= {
      ...{ length: this.length, lat: this.#lat, lon: this.#lon },
      texts: Object.fromEntries(
        PLACE_TEXTS.map((name) => [name, this.#texts[name].unordered(this.length)]),
      ) as unknown as PlaceColumns['texts'],
    };
    return this.#made;
  }

  protected groups(): readonly PlaceColumns[] {
    return [this.columns];
  }

  at(code: number): Place | undefined {
    return code < this.length ? placeIn(this.columns, code) : undefined;
  }

  /** None of them is a text. */
  bytesAt(): null {
    return null;
  }
}

/** The names of the places of rows, as few as can be told apart. */
export function placeNames(places: Dictionary<Place>): Dictionary<string | null> {
  const { codes, values } = places;
  if (!(values instanceof PackedPlaces)) return recoded(places, ({ name }) => name);
  const { name } = values.columns.texts;
  const names = distinctly(name.codes, name.values);
  const ofRows = codesFor(codes.length, names.values.length);
  for (let row = 0; row < codes.length; row++) ofRows[row] = names.codes[codes[row]!]!;
  return { codes: ofRows, values: names.values };
}
