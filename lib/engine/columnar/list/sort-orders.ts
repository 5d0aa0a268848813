import { bytesOfArray, type Kept } from '../../../caches/budget';
import { joined, labelsIn } from '../../../query/sort-values';
import { pointOf } from '../../../series/estimate';
import { isLinkSplit, type LinkSplit, type ValueFacet } from '../../../series/facets';
import { type Column, roleOf } from '../../../series/field-table';
import { isOwnKey } from '../../../series/fields';
import { type EstimateKey, estimateOf } from '../../../series/measures';
import { orderOfTexts, type TextOrder } from '../../../text/text-places';
import type { SortKey } from '../../../view/view';
import { type Columns, DATE_ORDER, NEWEST_FIRST } from '../columns/columns';
import { UNKNOWN } from '../columns/dates';
import {
  type Codes,
  type Dictionary,
  derived,
  derivedLate,
  passingCodes,
  withCodesOf,
} from '../columns/dictionary';
import type { KeptNumbers } from '../columns/kept-with-columns';
import type { Values } from '../columns/values';
import { Recent } from '../selection/recent';

/** What a column sorts by; null comes last, whichever way it is sorted. */
type Value = string | number | null;

/** The first and the last day on which any row of each block of an order may have begun. */
interface BlockDays {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** All rows in an order. */
export class SortOrder {
  /** So many places are one block. */
  readonly block: number;
  readonly #size: number;
  readonly #rows: KeptNumbers;
  readonly #places: Kept<Uint32Array>;
  readonly #days: BlockDays;

  constructor({ dates, budget, size }: Columns, rows: KeptNumbers, block: number) {
    this.block = block;
    this.#size = size;
    this.#rows = rows;
    this.#places = budget.kept(() => placesOf(rows.get()), bytesOfArray);
    this.#days = blockDays(dates, rows, size, block);
  }

  /** How many blocks there are. */
  get blocks(): number {
    return Math.ceil(this.#size / this.block);
  }

  /** The rows of a block. */
  rowsOf(block: number): Uint32Array {
    const from = block * this.block;
    return this.#rows.some(from, Math.min(from + this.block, this.#size));
  }

  /** The row at a place. */
  rowAt(place: number): number {
    return this.#rows.some(place, place + 1)[0]!;
  }

  /** Whether any row of a block may lie in a window. */
  mayHold(block: number, from: number, to: number): boolean {
    return this.#days.first[block]! <= to && this.#days.last[block]! >= from;
  }

  /** Where each row stands. */
  get places(): Uint32Array {
    return this.#places.get();
  }
}

function placesOf(rows: Uint32Array): Uint32Array {
  const places = new Uint32Array(rows.length);
  for (let place = 0; place < places.length; place++) places[rows[place]!] = place;
  return places;
}

function blockDays(
  { column, spans }: Columns['dates'],
  rows: KeptNumbers,
  size: number,
  block: number,
): BlockDays {
  const blocks = Math.ceil(size / block);
  const [first, last] = [new Int32Array(blocks).fill(UNKNOWN), new Int32Array(blocks).fill(-UNKNOWN)];
  const { codes } = column;
  for (let at = 0; at < blocks; at++) {
    for (const row of rows.some(at * block, Math.min((at + 1) * block, size))) {
      const code = codes[row]!;
      if (spans.first[code]! < first[at]!) first[at] = spans.first[code]!;
      if (spans.last[code]! > last[at]!) last[at] = spans.last[code]!;
    }
  }
  return { first, last };
}

/** The labels of the distinct ids of a list's links; null where it stands for none. */
function ofLinks(
  columns: Columns,
  key: LinkSplit,
  label: (id: string) => string | undefined,
): Dictionary<Value> {
  return derived(columns.linkLists, ({ links }) =>
    links[0]?.index === null ? null : joined([...new Set(links.map((link) => link[key]))].map(label)),
  );
}

/** What a column sorts by, under a name of its own. */
export interface Sorting {
  readonly name: string;
  readonly values: Dictionary<Value>;
}

function knownDay(day: number): Value {
  return day === UNKNOWN ? null : day;
}

/** What each column sorts by, value after value: labels for ids, the best figure or the low end of a range for estimates. */
export function sortings(columns: Columns, column: Exclude<Column, 'id'>): readonly Sorting[] {
  if (column !== 'date') return [{ name: column, values: sortValues(columns, column) }];
  const { earliest, latest } = columns.dates.spans;
  const dated = (days: Int32Array) => withCodesOf(columns.dates.column, Array.from(days, knownDay));
  return [
    { name: 'earliest', values: dated(earliest) },
    { name: 'latest', values: dated(latest) },
  ];
}

function sortValues(columns: Columns, column: Exclude<Column, 'id' | 'date'>): Dictionary<Value> {
  const { series } = columns;
  if (isOwnKey(column)) {
    return derivedLate(columns.ownValues(column), (value) => {
      if (value === undefined) return null;
      if (typeof value === 'boolean') return Number(value);
      return typeof value === 'object' ? joined(value) : value;
    });
  }
  if (column === 'title') return columns.parts.title;
  if (column === 'place') return columns.places;
  if (column === 'sources') return derivedLate(columns.parts.sources, ({ length }) => length);
  if (estimateOf(column) !== undefined) return derived(columns.figures(column as EstimateKey), pointOf);
  const label = labelsIn(series, roleOf(column)?.vocabulary ?? null);
  if (isLinkSplit(column)) return ofLinks(columns, column, label);
  return derived(columns.lists(column as ValueFacet), (ids) => joined(ids.map(label)));
}

/** The rank of each value among the distinct ones; null has the last rank, and that stands behind all others. */
function ranked(isNull: Uint8Array, { places, isSame }: TextOrder): Uint32Array {
  const ranks = new Uint32Array(isNull.length + 1);
  let [rank, isCounted] = [-1, false];
  for (let at = 0; at < places.length; at++) {
    isCounted &&= isSame[at] === 1;
    const place = places[at]!;
    if (isNull[place] === 1) continue;
    if (!isCounted) rank++;
    isCounted = true;
    ranks[place] = rank;
  }
  for (let place = 0; place < isNull.length; place++) if (isNull[place] === 1) ranks[place] = rank + 1;
  ranks[isNull.length] = rank + 1;
  return ranks;
}

function orderOfNumbers(values: Values<Value>): TextOrder {
  const numbers = new Float64Array(values.length);
  let at = 0;
  for (const value of values) numbers[at++] = Number(value);
  const places = Uint32Array.from(numbers, (_, place) => place).sort((a, b) => numbers[a]! - numbers[b]!);
  const isSame = new Uint8Array(places.length);
  for (let at = 1; at < places.length; at++) {
    if (numbers[places[at]!] === numbers[places[at - 1]!]) isSame[at] = 1;
  }
  return { places, isSame };
}

/** A column has numbers or texts. */
function ranksOf(values: Values<Value>): Uint32Array {
  const isNull = new Uint8Array(values.length);
  let [place, hasNumbers] = [0, false];
  for (const value of values) {
    if (value === null) isNull[place] = 1;
    hasNumbers ||= typeof value === 'number';
    place++;
  }
  if (hasNumbers) return ranked(isNull, orderOfNumbers(values));
  const texts = {
    length: values.length,
    *[Symbol.iterator]() {
      for (const value of values) yield value === null ? '' : String(value);
    },
  };
  return ranked(isNull, orderOfTexts(texts));
}

/** The name of the ranks of the values of a column; see {@link Columns.keptNumbers}. */
export function ranksName(column: string): string {
  return `ranks ${column}`;
}

/** The ranks of what a column sorts by, and the last of all behind them. */
export function ranksIn(columns: Columns, { name, values }: Sorting): Uint32Array {
  return columns.keptNumbers(ranksName(name), () => ranksOf(values.values));
}

/** Sorts rows by their values and leaves those of one value in their order: a counting sort. */
function sortedBy(rows: Uint32Array, codes: Codes, keys: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 2);
  for (const row of rows) starts[keys[codes[row]!]! + 1]!++;
  for (let key = 0; key <= size; key++) starts[key + 1]! += starts[key]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[starts[keys[codes[row]!]!]!++] = row;
  return sorted;
}

function sortedByColumn(
  columns: Columns,
  rows: Uint32Array,
  sorting: Sorting,
  descending: boolean,
): Uint32Array {
  const ranks = ranksIn(columns, sorting);
  const size = ranks.at(-1)!;
  const keys = descending ? ranks.map((rank) => (rank === size ? size : size - 1 - rank)) : ranks;
  return sortedBy(rows, passingCodes(sorting.values), keys, size);
}

/** The rows by first and last day as written, then by id. */
export function dateOrder(columns: Columns): Uint32Array {
  const order = columns.numbers(DATE_ORDER, () => {
    let rows = columns.idOrder();
    const [earliest, latest] = sortings(columns, 'date');
    for (const sorting of [latest!, earliest!]) rows = sortedByColumn(columns, rows, sorting, false);
    return rows;
  });
  return order.some(0, columns.size);
}

/** The rows in the order of a table that nobody has sorted. */
export function newestFirst(columns: Columns): KeptNumbers {
  return columns.numbers(NEWEST_FIRST, () => sortedRows(columns, [{ column: 'date', descending: true }]));
}

/** The rows by keys; ties by date and id, both ascending. */
function sortedRows(columns: Columns, keys: readonly SortKey[]): Uint32Array {
  let rows = dateOrder(columns);
  for (const { column, descending } of [...keys].reverse()) {
    if (column === 'id') {
      // Ids are told apart by nothing else, so their order is that of the rows whatever it was before.
      const order = columns.idOrder();
      rows = descending ? order.slice().reverse() : order;
      continue;
    }
    for (const sorting of [...sortings(columns, column)].reverse()) {
      rows = sortedByColumn(columns, rows, sorting, descending);
    }
  }
  return rows;
}

function isNewestFirst([first, ...more]: readonly SortKey[]): boolean {
  return first === undefined || (first.column === 'date' && first.descending && more.length === 0);
}

/** Orders of which it is remembered where in them each window may lie. */
const ORDERS = 16;

/** The orders of a table: each by a stable sort for each key, the last one first. */
export class SortOrders {
  readonly #columns: Columns;
  readonly #block: number;
  readonly #known = new Recent<SortOrder>(ORDERS);

  /** In blocks of so many rows. */
  constructor(columns: Columns, block: number) {
    this.#columns = columns;
    this.#block = block;
  }

  /** The order of a list of keys; where there are none, the newest come first. */
  of(sort: readonly SortKey[]): SortOrder {
    const columns = this.#columns;
    const name = isNewestFirst(sort) ? '' : JSON.stringify(sort);
    return this.#known.get(name, () => {
      const rows =
        name === '' ? newestFirst(columns) : columns.unnamedNumbers(() => sortedRows(columns, sort));
      return new SortOrder(columns, rows, this.#block);
    });
  }
}
