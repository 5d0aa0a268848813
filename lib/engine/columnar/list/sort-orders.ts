import { joined, labelsIn } from '../../../query/sort-values';
import { pointOf } from '../../../series/estimate';
import { isLinkSplit, type LinkSplit, type ValueFacet } from '../../../series/facets';
import { type Column, roleOf } from '../../../series/field-table';
import { isOwnKey } from '../../../series/fields';
import { type EstimateKey, estimateOf } from '../../../series/measures';
import { byCodePoint } from '../../../text/order';
import type { SortKey } from '../../../view/view';
import type { Columns } from '../columns/columns';
import { type Codes, type Dictionary, derived } from '../columns/dictionary';
import { Recent } from '../selection/recent';

/** What a column sorts by; null comes last, whichever way it is sorted. */
type Value = string | number | null;

/** All rows in an order, and where each row stands in it. */
export interface SortOrder {
  readonly rows: Uint32Array;
  readonly places: Uint32Array;
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

/** What each column sorts by, value after value: labels for ids, the best figure or the low end of a range for estimates. */
function sortValues(columns: Columns, column: Exclude<Column, 'id'>): readonly Dictionary<Value>[] {
  const { series, dates } = columns;
  if (isOwnKey(column)) {
    return [
      derived(columns.ownValues(column), (value) => {
        if (value === undefined) return null;
        if (typeof value === 'boolean') return Number(value);
        return typeof value === 'object' ? joined(value) : value;
      }),
    ];
  }
  if (column === 'date') {
    return [derived(dates.column, (date) => date.earliest), derived(dates.column, (date) => date.latest)];
  }
  if (column === 'title' || column === 'place') return [columns.model[column]];
  if (column === 'sources') return [columns.sources()];
  if (estimateOf(column) !== undefined) return [derived(columns.figures(column as EstimateKey), pointOf)];
  const label = labelsIn(series, roleOf(column)?.vocabulary ?? null);
  if (isLinkSplit(column)) return [ofLinks(columns, column, label)];
  return [derived(columns.lists(column as ValueFacet), (ids) => joined(ids.map(label)))];
}

/** Compares texts by code point; where none holds a character beyond U+D7FF the engine's own order is the same. */
function textOrder(texts: Iterable<string>): (a: string, b: string) => number {
  for (const text of texts) if (/[\ud800-\uffff]/.test(text)) return byCodePoint;
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

/** The rank of each value among the distinct ones; null has the last rank, `size`. */
function ranksOf(values: readonly Value[]): { ranks: Uint32Array; size: number } {
  const stated = [...new Set(values.filter((value) => value !== null))];
  const order = textOrder(stated.filter((value) => typeof value === 'string'));
  stated.sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : order(String(a), String(b)),
  );
  const rankOf = new Map<Value, number>(stated.map((value, rank) => [value, rank]));
  rankOf.set(null, stated.length);
  return { ranks: Uint32Array.from(values, (value) => rankOf.get(value)!), size: stated.length };
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
  rows: Uint32Array,
  { codes, values }: Dictionary<Value>,
  descending: boolean,
): Uint32Array {
  const { ranks, size } = ranksOf(values);
  const keys = descending ? ranks.map((rank) => (rank === size ? size : size - 1 - rank)) : ranks;
  return sortedBy(rows, codes, keys, size);
}

/** The orders of a table. Each is made once: a stable sort for each key, the last one first. */
export class SortOrders {
  readonly #columns: Columns;
  readonly #known = new Recent<SortOrder>(8);
  #base: Uint32Array | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The order of a list of keys; ties by date and id, both ascending. */
  of(sort: readonly SortKey[]): SortOrder {
    const keys: readonly SortKey[] = sort.length === 0 ? [{ column: 'date', descending: true }] : sort;
    return this.#known.get(JSON.stringify(keys), () => {
      const rows = this.#sorted(keys);
      const places = new Uint32Array(rows.length);
      for (let place = 0; place < rows.length; place++) places[rows[place]!] = place;
      return { rows, places };
    });
  }

  #sorted(keys: readonly SortKey[]): Uint32Array {
    this.#base ??= this.#byDateAndId();
    let rows: Uint32Array = this.#base;
    for (const { column, descending } of [...keys].reverse()) {
      if (column === 'id') rows = this.#byId(rows, descending);
      else {
        for (const values of [...sortValues(this.#columns, column)].reverse()) {
          rows = sortedByColumn(rows, values, descending);
        }
      }
    }
    return rows;
  }

  /** Rows by first and last day as written, then by id. */
  #byDateAndId(): Uint32Array {
    const columns = this.#columns;
    let rows: Uint32Array = Uint32Array.from({ length: columns.size }, (_, row) => row);
    for (const values of [...sortValues(columns, 'date')].reverse())
      rows = sortedByColumn(rows, values, false);
    const order = this.#idOrder();
    const dates = columns.dates.column;
    const keys = derived(dates, ({ earliest, latest }) => `${earliest} ${latest}`);
    for (let from = 0, to = 1; from < rows.length; from = to++) {
      const key = keys.values[dates.codes[rows[from]!]!];
      while (to < rows.length && keys.values[dates.codes[rows[to]!]!] === key) to++;
      if (to - from > 1) rows.set([...rows.subarray(from, to)].sort(order), from);
    }
    return rows;
  }

  #idOrder(): (a: number, b: number) => number {
    const { incidentIds: ids } = this.#columns;
    const order = textOrder(ids);
    return (a, b) => order(ids[a]!, ids[b]!);
  }

  /** Ids are told apart by nothing else, so their order is that of the rows whatever it was before. */
  #byId(rows: Uint32Array, descending: boolean): Uint32Array {
    const order = this.#idOrder();
    return Uint32Array.from([...rows].sort(descending ? (a, b) => order(b, a) : order));
  }
}
