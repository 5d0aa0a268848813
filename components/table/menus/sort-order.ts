import { type Column, isNumeric } from '@/lib/series/field-table';
import type { SeriesGuide } from '@/lib/series/model';
import type { SortKey } from '@/lib/view/view';

type Guide = Pick<SeriesGuide, 'fields'>;

const DEFAULT: readonly SortKey[] = [{ column: 'date', descending: true }];

/** Whether a column begins with the greatest: the newest date, the highest figure. */
function isGreatestFirst(guide: Guide, column: Column): boolean {
  return column === 'date' || isNumeric(guide, column);
}

/** The order that a view means: newest first where it names none. */
export function sortInForce(sort: readonly SortKey[]): readonly SortKey[] {
  return sort.length === 0 ? DEFAULT : sort;
}

/** Leaves the default out, as addresses do. */
function withoutDefault(sort: readonly SortKey[]): readonly SortKey[] {
  const [first] = sort;
  return sort.length === 1 && first?.column === 'date' && first.descending ? [] : sort;
}

function firstWay(guide: Guide, column: Column): SortKey {
  return { column, descending: isGreatestFirst(guide, column) };
}

/** A column among several: added last, then turned round, then taken out. */
function toggleAmong(guide: Guide, keys: readonly SortKey[], column: Column): readonly SortKey[] {
  const key = keys.find((one) => one.column === column);
  if (!key) return [...keys, firstWay(guide, column)];
  const turned = key.descending !== firstWay(guide, column).descending;
  if (turned && keys.length > 1) return keys.filter((one) => one !== key);
  return keys.map((one) => (one === key ? { column, descending: !one.descending } : one));
}

/**
 * The order after the head of a column is chosen: that column alone, turned round where it was the first key already.
 * With `among`, the other keys stay.
 */
export function toggleSort(
  guide: Guide,
  sort: readonly SortKey[],
  column: Column,
  among: boolean,
): readonly SortKey[] {
  const keys = sortInForce(sort);
  if (among) return withoutDefault(toggleAmong(guide, keys, column));
  const [first] = keys;
  const next = first?.column === column ? { column, descending: !first.descending } : firstWay(guide, column);
  return withoutDefault([next]);
}

/** A direction in the words of its column: `newest first`, `Z to A`, `lowest first`. */
export function directionWords(guide: Guide, { column, descending }: SortKey): string {
  if (column === 'date') return descending ? 'newest first' : 'oldest first';
  if (isGreatestFirst(guide, column)) return descending ? 'highest first' : 'lowest first';
  return descending ? 'Z to A' : 'A to Z';
}
