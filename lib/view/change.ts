import { isOwnKey, type OwnKey } from '../series/fields';
import { byCodePoint } from '../text/order';
import type { Bound } from '../time/bounds';
import { type Day, formatDay } from '../time/day';
import type { ViewField } from './grammar/entry';
import { withClause } from './grammar/own-clause';
import {
  type AnyEntry,
  ENTRIES,
  entryOf,
  type FilterKey,
  isFilterKey,
  owns,
  textsOf,
  type ViewKey,
} from './keys';
import { VERSION_KEY } from './migrations';
import type { View } from './view';

export type ViewChange = Partial<Pick<View, ViewField>>;

/** The entry that a key as written belongs to. */
function entryFor(written: string): AnyEntry | undefined {
  return ENTRIES.find(([key]) => owns(key, written))?.[1];
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b;
}

// A page makes a view for each of its links, some hundreds at every click: so only the entries that a step concerns are gone through.
const ALL = ENTRIES.map(([, entry]) => entry);
const BESIDE = ALL.filter(({ beside = [] }) => beside.length > 0);
const LISTS = ALL.filter(({ kind }) => kind === 'list' || kind === 'groups' || kind === 'places');
const FOLLOWING = ALL.filter(({ follows }) => follows !== undefined);

/** Whether a change gives one of the fields that an entry stands beside another value. */
function isMoved({ beside = [] }: AnyEntry, view: View, change: ViewChange): boolean {
  return beside.some((field) => field in change && !isSame(change[field], view[field]));
}

/** The standards of what stands beside something that a change moves, and is not part of the change itself. */
function takenAway(view: View, moved: ViewChange, change: ViewChange): ViewChange {
  const entries = BESIDE.filter((entry) => !(entry.field in change) && isMoved(entry, view, moved));
  return Object.fromEntries(entries.map((entry) => [entry.field, entry.standard(view)]));
}

/** Whether a list is in order, each value once. */
function isOrdered(list: readonly string[]): boolean {
  return list.every((value, at) => at === 0 || byCodePoint(list[at - 1] ?? '', value) < 0);
}

/** A view whose lists are in order, each value once. */
function ordered(view: View): View {
  const untidy = LISTS.filter(({ field }) => !isOrdered(view[field] as readonly string[]));
  const sorted = untidy.map(({ field }) => [
    field,
    [...new Set(view[field] as readonly string[])].sort(byCodePoint),
  ]);
  return { ...view, ...Object.fromEntries(sorted) };
}

/** What moves with a view that the reader did not choose; nothing does under a clause on groups, whose groups it would change. */
function followed(view: View, next: View, change: ViewChange): View {
  if (next.groups.length > 0) return next;
  const moving = FOLLOWING.flatMap((entry) => {
    const chosen = entry.field in change || view[entry.field] !== entry.follows?.(view);
    return chosen ? [] : [[entry.field, entry.follows?.(next)]];
  });
  return { ...next, ...Object.fromEntries(moving) };
}

/** Whether a change mends what was broken under a key as written: of the series' own fields, each by itself. */
function isMended(written: string, change: ViewChange): boolean {
  const field = entryFor(written)?.field;
  if (field === undefined || !(field in change)) return false;
  return !isOwnKey(written) || (change.own ?? []).some(({ key }) => key === written);
}

/** A view in which nothing is broken under the keys that `of` tells. */
function unbroken(view: View, of: (written: string) => boolean): View {
  return { ...view, broken: view.broken.filter(({ key }) => !of(key)) };
}

/**
 * A view with some fields changed; what was broken in them is mended, and lists are put in order. Another split or
 * another way to roll up takes the clause on its groups away, for it would name those of the old one, and with another window,
 * too, what is selected of the chart. How actors are rolled up moves with those chosen, unless the reader chose that too.
 */
export function changeView(view: View, change: ViewChange): View {
  const next: View = { ...view, ...takenAway(view, change, change), ...change };
  const whole = followed(view, ordered(unbroken(next, (key) => isMended(key, change))), change);
  // How actors are rolled up may have moved by itself.
  return { ...whole, ...takenAway(view, whole, change) };
}

/** A view without the clause of one key. */
export function clearKey(view: View, key: ViewKey | OwnKey): View {
  if (isOwnKey(key)) {
    const others = unbroken(view, (written) => written === key);
    return changeView(others, { own: withClause(view.own, key, null) });
  }
  const entry = entryOf(key);
  return changeView(view, { [entry.field]: entry.standard(view) });
}

/** The view of the whole coverage. */
export function withoutWindow(view: View): View {
  return clearKey(clearKey(view, 'from'), 'to');
}

/** A view whose version is forgotten: what its address says is taken as today's grammar has it. */
export function withoutVersion(view: View): View {
  return unbroken(view, (key) => key === VERSION_KEY);
}

/** What a view counts, whatever is drawn of it and opened in it: its filters, its bin and its revision. */
export function filtersAlone(view: View): View {
  const kept: readonly ViewField[] = ['bin', 'revision', ...(view.groups.length > 0 ? SPLIT_BY : [])];
  const drawn = ENTRIES.filter(([, { use, field }]) => use !== 'filters' && !kept.includes(field));
  return changeView(view, Object.fromEntries(drawn.map(([, entry]) => [entry.field, entry.standard(view)])));
}

/** What the groups of a clause are of. */
const SPLIT_BY: readonly ViewField[] = ['split', 'roll'];

/** A view without any filter; how it is drawn stays. */
export function clearFilters(view: View): View {
  const filters = ENTRIES.filter(([, { use }]) => use === 'filters');
  const cleared = filters.map(([, entry]) => [entry.field, entry.standard(view)]);
  return changeView(unbroken(withoutVersion(view), isOwnKey), Object.fromEntries(cleared));
}

/** The filters that are set, in the order of the address. */
export function activeFilters(view: View): readonly (FilterKey | OwnKey)[] {
  const set = ENTRIES.flatMap(([key, entry]) => [
    ...textsOf(view, key, entry).map(([written]) => written),
    ...view.broken.map((one) => one.key).filter((written) => owns(key, written)),
  ]);
  return [...new Set(set)].filter(isFilterKey);
}

/** A list with `item` added, or taken out if it is there. */
export function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** A bound written as one day. */
export function dayBound(day: Day): Bound {
  return { text: formatDay(day), from: day, to: day };
}
