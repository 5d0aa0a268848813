import type { PlaceMark } from '../../../../query/result';
import { byCodePoint } from '../../../../text/order';
import { type Bits, hasRow } from '../../columns/bits';
import type { Columns } from '../../columns/columns';
import type { Codes } from '../../columns/dictionary';
import { type Locations, locationsOf, OFF_CODES } from '../../columns/locations';
import { type Marking, NO_MARK } from './marking';
import type { PlacedRows } from './placed-rows';

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

/** The names of points. */
export function pointNames(columns: Columns, marking: Marking, placed: PlacedRows): (mark: number) => Named {
  const names = new MarkNames(columns, marking.marks.length);
  const { cells, markOf } = marking;
  for (const rows of listsOf(placed)) {
    for (let at = 0; at < rows.length; at++) names.add(markOf[cells[rows[at]!]!]!, rows[at]!);
  }
  return (mark) => names.of(mark);
}

function listsOf({ sure, doubtful }: PlacedRows): readonly Uint32Array[] {
  return [...sure, doubtful];
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

/** The names of hexagons: those of the point in each that has the most incidents with a name, of several as many the northernmost. */
export function hexagonNames(
  columns: Columns,
  marking: Marking,
  placed: PlacedRows,
): (mark: number) => Named {
  const named = namedCodes(columns.places);
  if (named === null) return () => UNNAMED;
  const locations = locationsOf(columns);
  const codes = columns.places.codes;
  const largest = largestPoints(locations, marking, namedCounts(locations, codes, named, placed));
  const names = new MarkNames(columns, largest.length);
  const enter = (mark: number, row: number) => {
    if (named[codes[row]!] === 1) names.add(mark, row);
  };
  const { sureSet, doubtful } = placed;
  if (sureSet !== null) eachRowOf(locations, largest, sureSet, enter);
  const others = sureSet === null ? listsOf(placed) : [doubtful];
  eachRowAt(locations, largest, marking, others, enter);
  return (mark) => (largest[mark] === NO_MARK ? UNNAMED : names.of(mark));
}

type Enter = (mark: number, row: number) => void;

/** Shows the rows that are at the location of their mark. */
function eachRowAt(
  { codes }: Locations,
  largest: Int32Array,
  { cells }: Marking,
  lists: readonly Uint32Array[],
  enter: Enter,
): void {
  for (const rows of lists) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const mark = cells[row]!;
      if (largest[mark] === codes[row]) enter(mark, row);
    }
  }
}

/** The same of a set of rows, mark by mark. */
function eachRowOf(locations: Locations, largest: Int32Array, set: Bits, enter: Enter): void {
  const { starts, rows } = locations.postings();
  for (let mark = 0; mark < largest.length; mark++) {
    const code = largest[mark]!;
    if (code === NO_MARK) continue;
    for (let at = starts[code]!; at < starts[code + 1]!; at++)
      if (hasRow(set, rows[at]!)) enter(mark, rows[at]!);
  }
}

/** How many rows at each location have a name. */
function namedCounts(locations: Locations, codes: Codes, named: Uint8Array, placed: PlacedRows): Uint32Array {
  if (!named.includes(0)) return placed.counts;
  const held = new Uint32Array(locations.size);
  for (const rows of listsOf(placed)) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      held[locations.codes[row]!]! += named[codes[row]!]!;
    }
  }
  return held;
}

/** The location of each hexagon that has the most, or {@link NO_MARK}. */
function largestPoints(locations: Locations, { cellOf, marks }: Marking, held: Uint32Array): Int32Array {
  const largest = new Int32Array(marks.length).fill(NO_MARK);
  const most = new Uint32Array(marks.length);
  for (let code = OFF_CODES; code < locations.size; code++) {
    const here = held[code]!;
    if (here === 0) continue;
    const mark = cellOf![code]!;
    if (here < most[mark]! || (here === most[mark] && !locations.isBefore(code, largest[mark]!))) continue;
    largest[mark] = code;
    most[mark] = here;
  }
  return largest;
}
