import type { PlaceMark } from '../../../query/result';
import { placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf, OFF_CODES } from '../columns/locations';
import { NO_MARK } from './marking';

/** What is said of the name of a mark. */
export type Named = Pick<PlaceMark, 'name' | 'names'>;

const UNNAMED: Named = { name: null, names: 0 };

/** The names of the places of each mark: the first one that was met, and others where there are any. */
class MarkNames {
  readonly #names: Columns['places'];
  readonly #first: Int32Array;
  readonly #more = new Map<number, Set<number>>();

  constructor({ places }: Columns, marks: number) {
    this.#names = places;
    this.#first = new Int32Array(marks).fill(NO_MARK);
  }

  add(mark: number, row: number): void {
    const name = this.#names.codes[row]!;
    const first = this.#first[mark]!;
    if (first === name) return;
    if (first === NO_MARK) {
      this.#first[mark] = name;
      return;
    }
    const more = this.#more.get(mark);
    if (more === undefined) this.#more.set(mark, new Set([name]));
    else more.add(name);
  }

  of(mark: number): Named {
    const codes = [this.#first[mark]!, ...(this.#more.get(mark) ?? [])];
    const names = [...new Set(codes.flatMap((code) => this.#names.values.at(code) ?? []))];
    const [name = null] = names.sort(byCodePoint);
    return { name, names: names.length };
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

/**
 * The names of hexagons: those of the point in each that has the most incidents with a name, of several as many the first by id.
 */
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
    const isFirst = () => byCodePoint(idOf(locations, code), idOf(locations, known)) < 0;
    if (more > 0 || (more === 0 && isFirst())) largest[mark] = code;
  }
  const names = new MarkNames(columns, marks);
  each((mark, row) => {
    if (largest[mark] === locations.codes[row] && named[codes[row]!] === 1) names.add(mark, row);
  });
  return (mark) => (largest[mark] === NO_MARK ? UNNAMED : names.of(mark));
}
