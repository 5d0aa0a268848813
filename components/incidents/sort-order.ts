import type { Column } from '@/lib/series/field-table';
import type { SortKey } from '@/lib/view/view';

const DEFAULT: readonly SortKey[] = [{ column: 'date', descending: true }];

/** Columns that begin with the greatest: the newest date, the highest figure. */
const GREATEST_FIRST: readonly Column[] = ['date', 'fatalities', 'injured', 'perpetrators', 'sources'];

/** The order that a view means: newest first where it names none. */
export function sortInForce(sort: readonly SortKey[]): readonly SortKey[] {
  return sort.length === 0 ? DEFAULT : sort;
}

/** Leaves the default out, as addresses do. */
function withoutDefault(sort: readonly SortKey[]): readonly SortKey[] {
  const [first] = sort;
  return sort.length === 1 && first?.column === 'date' && first.descending ? [] : sort;
}

function firstWay(column: Column): SortKey {
  return { column, descending: GREATEST_FIRST.includes(column) };
}

/** A column among several: added last, then turned round, then taken out. */
function toggleAmong(keys: readonly SortKey[], column: Column): readonly SortKey[] {
  const key = keys.find((one) => one.column === column);
  if (!key) return [...keys, firstWay(column)];
  const turned = key.descending !== firstWay(column).descending;
  if (turned && keys.length > 1) return keys.filter((one) => one !== key);
  return keys.map((one) => (one === key ? { column, descending: !one.descending } : one));
}

/**
 * The order after the head of a column is chosen: that column alone, turned round where it was the first key already.
 * With `among`, the other keys stay.
 */
export function toggleSort(sort: readonly SortKey[], column: Column, among: boolean): readonly SortKey[] {
  const keys = sortInForce(sort);
  if (among) return withoutDefault(toggleAmong(keys, column));
  const [first] = keys;
  const next = first?.column === column ? { column, descending: !first.descending } : firstWay(column);
  return withoutDefault([next]);
}

/** A direction in the words of its column: `newest first`, `Z to A`, `lowest first`. */
export function directionWords({ column, descending }: SortKey): string {
  if (column === 'date') return descending ? 'newest first' : 'oldest first';
  if (GREATEST_FIRST.includes(column)) return descending ? 'highest first' : 'lowest first';
  return descending ? 'Z to A' : 'A to Z';
}
