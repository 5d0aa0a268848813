import { joined, labelsIn } from '../../../query/sort-values';
import { pointOf } from '../../../series/estimate';
import { isLinkSplit, type LinkSplit, type ValueFacet } from '../../../series/facets';
import { type Column, roleOf } from '../../../series/field-table';
import { isOwnKey } from '../../../series/fields';
import { type EstimateKey, estimateOf } from '../../../series/measures';
import type { SortKey } from '../../../view/view';
import { type Columns, DATE_ORDER, NEWEST_FIRST } from '../columns/columns';
import { UNKNOWN } from '../columns/dates';
import { type Codes, type Dictionary, derived, derivedLate } from '../columns/dictionary';
import { lowest } from '../columns/lowest';
import { sortTexts, textOrder } from '../columns/text-order';
import { Recent } from '../selection/recent';

/** What a column sorts by; null comes last, whichever way it is sorted. */
type Value = string | number | null;

/** The first place of an order in which a row may stand that possibly lies no later than a day. */
type FirstPlace = (day: number) => number;

/** All rows in an order. */
export class SortOrder {
  readonly rows: Uint32Array;
  readonly firstPlace: FirstPlace;
  #places: Uint32Array | null = null;

  constructor(rows: Uint32Array, firstPlace: FirstPlace = () => 0) {
    this.rows = rows;
    this.firstPlace = firstPlace;
  }

  /** Where each row stands. */
  get places(): Uint32Array {
    if (this.#places !== null) return this.#places;
    const places = new Uint32Array(this.rows.length);
    for (let place = 0; place < places.length; place++) places[this.rows[place]!] = place;
    this.#places = places;
    return places;
  }
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
  const { codes } = columns.dates.column;
  const { earliest, latest } = columns.dates.spans;
  return [
    { name: 'earliest', values: { codes, values: Array.from(earliest, knownDay) } },
    { name: 'latest', values: { codes, values: Array.from(latest, knownDay) } },
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

/** The distinct values but null, ascending. A column has numbers or texts. */
function statedIn(values: Iterable<Value>): readonly Value[] {
  const stated = [...new Set(values)].filter((value) => value !== null);
  if (stated.every((value) => typeof value === 'string')) return sortTexts(stated);
  const order = textOrder(stated.filter((value) => typeof value === 'string'));
  return stated.sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : order(String(a), String(b)),
  );
}

/** The rank of each value among the distinct ones; null has the last rank, and that stands behind all others. */
function ranksOf(values: readonly Value[]): Uint32Array {
  const stated = statedIn(values);
  const rankOf = new Map<Value, number>(stated.map((value, rank) => [value, rank]));
  rankOf.set(null, stated.length);
  const ranks = new Uint32Array(values.length + 1).fill(stated.length);
  for (let at = 0; at < values.length; at++) ranks[at] = rankOf.get(values[at]!)!;
  return ranks;
}

/** The name of the ranks of the values of a column; see {@link Columns.keptNumbers}. */
export function ranksName(column: string): string {
  return `ranks ${column}`;
}

/** The ranks of what a column sorts by, and the last of all behind them. */
export function ranksIn(columns: Columns, { name, values }: Sorting): Uint32Array {
  return columns.keptNumbers(ranksName(name), () => ranksOf([...values.values]));
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
  return sortedBy(rows, sorting.values.codes, keys, size);
}

/** The rows by first and last day as written, then by id. */
export function dateOrder(columns: Columns): Uint32Array {
  return columns.keptNumbers(DATE_ORDER, () => {
    let rows = columns.idOrder();
    const [earliest, latest] = sortings(columns, 'date');
    for (const sorting of [latest!, earliest!]) rows = sortedByColumn(columns, rows, sorting, false);
    return rows;
  });
}

/** The rows in the order of a table that nobody has sorted. */
export function newestFirst(columns: Columns): Uint32Array {
  return columns.keptNumbers(NEWEST_FIRST, () => sortedRows(columns, [{ column: 'date', descending: true }]));
}

/** By how many days at the most a doubt lets a date begin before its first day as written. */
function widestDoubt({ dates }: Columns): number {
  const { earliest, first } = dates.spans;
  let widest = 0;
  for (let code = 0; code < first.length; code++) {
    if (earliest[code] !== UNKNOWN) widest = Math.max(widest, earliest[code]! - first[code]!);
  }
  return widest;
}

/** With the newest first, all rows before a place begin later than a day, whatever the doubt. */
function firstPlaceIn(columns: Columns, rows: Uint32Array): FirstPlace {
  const { earliest } = columns.dates.spans;
  const { codes } = columns.dates.column;
  const doubt = widestDoubt(columns);
  return (day) =>
    lowest(0, rows.length, (place) => {
      const begins = earliest[codes[rows[place]!]!]!;
      return begins === UNKNOWN || begins - doubt <= day;
    });
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

/** The orders of a table. Each is made once: a stable sort for each key, the last one first. */
export class SortOrders {
  readonly #columns: Columns;
  readonly #known: Recent<SortOrder>;

  /** Up to `most` are kept. */
  constructor(columns: Columns, most: number) {
    this.#columns = columns;
    this.#known = new Recent<SortOrder>(most);
  }

  /** The order of a list of keys; where there are none, the newest come first. */
  of(sort: readonly SortKey[]): SortOrder {
    const columns = this.#columns;
    const name = isNewestFirst(sort) ? '' : JSON.stringify(sort);
    return this.#known.get(name, () => {
      if (name !== '') return new SortOrder(sortedRows(columns, sort));
      const rows = newestFirst(columns);
      return new SortOrder(rows, firstPlaceIn(columns, rows));
    });
  }
}
