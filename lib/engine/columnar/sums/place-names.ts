import type { PlaceMark } from '../../../query/result';
import { placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf, OFF_CODES } from '../columns/locations';
import { NO_MARK } from './marking';

/** What is said of the name of a mark. */
export type Named = Pick<PlaceMark, 'name' | 'names'>;

const UNNAMED: Named = { name: null, names: 0 };

function namedOnce(name: string | null): Named {
  return name === null ? UNNAMED : { name, names: 1 };
}

/** The names of the places of each mark and how often each stands: the first one that was met, and others where there are any. */
class MarkNames {
  readonly #names: Columns['places'];
  readonly #first: Int32Array;
  readonly #times: Uint32Array;
  readonly #more = new Map<number, Map<number, number>>();

  constructor({ places }: Columns, marks: number) {
    this.#names = places;
    this.#first = new Int32Array(marks).fill(NO_MARK);
    this.#times = new Uint32Array(marks);
  }

  add(mark: number, row: number): void {
    const name = this.#names.codes[row]!;
    const first = this.#first[mark]!;
    if (first === NO_MARK) this.#first[mark] = name;
    if (first === NO_MARK || first === name) {
      this.#times[mark]! += 1;
      return;
    }
    const more = this.#more.get(mark);
    if (more === undefined) this.#more.set(mark, new Map([[name, 1]]));
    else more.set(name, (more.get(name) ?? 0) + 1);
  }

  of(mark: number): Named {
    const more = this.#more.get(mark);
    if (more === undefined) return namedOnce(this.#names.values.at(this.#first[mark]!) ?? null);
    const times = new Map<string, number>();
    for (const [code, count] of [[this.#first[mark]!, this.#times[mark]!] as const, ...more]) {
      const name = this.#names.values.at(code);
      if (name != null) times.set(name, (times.get(name) ?? 0) + count);
    }
    const [first] = [...times].sort(([a, one], [b, other]) => other - one || byCodePoint(a, b));
    return { name: first?.[0] ?? null, names: times.size };
  }
}

/** Goes through the rows that are on a mark, each with its mark. */
export type EachMarked = (visit: (mark: number, row: number) => void) => void;

/** The names of points. */
export function pointNames(columns: Columns, marks: number, each: EachMarked): (mark: number) => Named {
  const names = new MarkNames(columns, marks);
  each((mark, row) => names.add(mark, row));
  return (mark) => names.of(mark);
}

const NAMED = new WeakMap<Columns['places'], Uint8Array | null>();

/** Which codes of names stand for one: 1 for those; null where none does. */
function namedCodes(places: Columns['places']): Uint8Array | null {
  const known = NAMED.get(places);
  if (known !== undefined) return known;
  const flags = Uint8Array.from(places.values.map((name) => (name === null ? 0 : 1)));
  const made = flags.includes(1) ? flags : null;
  NAMED.set(places, made);
  return made;
}

function idOf(locations: Locations, code: number): string {
  const point = { lat: locations.lat(code), lon: locations.lon(code), precision: locations.precision(code) };
  return placeId({ at: 'point', ...point });
}

/** Whether a point lies further north than another, else further west, else has the id that comes first: ids are made of few. */
function isBefore(locations: Locations, code: number, other: number): boolean {
  const north = locations.lat(code) - locations.lat(other);
  if (north !== 0) return north > 0;
  const east = locations.lon(code) - locations.lon(other);
  return east === 0 ? byCodePoint(idOf(locations, code), idOf(locations, other)) < 0 : east < 0;
}

/** The names of hexagons: those of the point in each that has the most incidents with a name, of several as many the northernmost. */
export function hexagonNames(columns: Columns, marks: number, each: EachMarked): (mark: number) => Named {
  const named = namedCodes(columns.places);
  if (named === null) return () => UNNAMED;
  const locations = locationsOf(columns);
  const codes = columns.places.codes;
  const held = new Uint32Array(locations.size);
  const markAt = new Int32Array(locations.size);
  each((mark, row) => {
    const at = locations.codes[row]!;
    held[at]! += named[codes[row]!]!;
    markAt[at] = mark;
  });
  const largest = new Int32Array(marks).fill(NO_MARK);
  for (let code = OFF_CODES; code < locations.size; code++) {
    if (held[code] === 0) continue;
    const mark = markAt[code]!;
    const known = largest[mark]!;
    const more = known === NO_MARK ? 1 : held[code]! - held[known]!;
    if (more > 0 || (more === 0 && isBefore(locations, code, known))) largest[mark] = code;
  }
  const names = new MarkNames(columns, marks);
  each((mark, row) => {
    if (largest[mark] === locations.codes[row] && named[codes[row]!] === 1) names.add(mark, row);
  });
  return (mark) => (largest[mark] === NO_MARK ? UNNAMED : names.of(mark));
}
