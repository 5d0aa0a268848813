import { isOwnKey, type OwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import type { DaySpan } from '@/lib/time/day';
import { activeFilters, clearKey, withoutWindow } from '@/lib/view/change';
import { GRAMMAR } from '@/lib/view/grammar';
import { entryOf, type FilterKey, isTickKey } from '@/lib/view/keys';
import { tickedIn } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';
import { boxInWords, placesInWords } from '@/lib/words/address/places';
import { groupsInWords } from '@/lib/words/groups';
import { fieldLabel, joinWords, labelOf } from '@/lib/words/labels';
import { rangeInWords, windowInWords } from '@/lib/words/view';

/** A clause of the view in words, and the view without it. */
export interface Chip {
  readonly key: FilterKey | OwnKey;
  readonly name: string;
  readonly value: string;
  readonly without: View;
}

/** Names of what the map of the page shows. */
export interface MapNames {
  /** What lies in the box of the view; null where the map does not say. */
  readonly box: string | null;
  /** How a chosen place is called; null where the map does not have it. */
  readonly place: (id: string) => string | null;
}

/** Values that a chip names; the rest is a number. */
const MOST_NAMED = 3;

/** Labels in a row: the first three, and how many more. */
function listed(labels: readonly string[]): string {
  const more = labels.length - MOST_NAMED;
  const named = labels.slice(0, MOST_NAMED);
  return joinWords(more > 0 ? [...named, `${more} more`] : named, 'or');
}

/** The values or the range of a clause on an own field. */
function ownWords(view: View, guide: SeriesGuide, key: OwnKey): string {
  const clause = view.own.find((one) => one.key === key);
  if (clause?.range) return rangeInWords(clause.range);
  return listed((clause?.values ?? []).map((id) => labelOf(guide, key, id)));
}

/** A clause in words, by the kind of its key. */
function clauseWords(
  view: View,
  guide: SeriesGuide,
  window: DaySpan,
  key: FilterKey,
  names: MapNames | null,
): string {
  if (isTickKey(key)) return listed(tickedIn(view, key).map((id) => labelOf(guide, key, id)));
  const entry = GRAMMAR[key];
  switch (entry.kind) {
    case 'choice':
      return entry.said[view[entry.field] ?? ''] ?? '';
    case 'text':
      return `“${view[entry.field]}”`;
    case 'groups':
      return groupsInWords(view, guide);
    case 'box':
      return view.box === null ? '' : (names?.box ?? boxInWords(view.box));
    case 'places':
      return placesInWords(view.places, names?.place);
    case 'end':
      return windowInWords(view, window);
  }
}

function valueWords(
  view: View,
  guide: SeriesGuide,
  window: DaySpan,
  key: FilterKey | OwnKey,
  names: MapNames | null,
): string {
  const broken = view.broken.find((one) => one.key === key);
  if (broken) return `“${broken.values.join(', ').slice(0, 40)}”, which cannot be read`;
  return isOwnKey(key) ? ownWords(view, guide, key) : clauseWords(view, guide, window, key, names);
}

/** A view without the clause of a chip. */
export function withoutClause(view: View, key: FilterKey | OwnKey): View {
  return isEnd(key) ? withoutWindow(view) : clearKey(view, key);
}

function isEnd(key: FilterKey | OwnKey): boolean {
  return entryOf(key).kind === 'end';
}

/** The clauses that are on, in the order of the address; both ends of the window make one. */
export function chipList(
  view: View,
  guide: SeriesGuide,
  window: DaySpan,
  names: MapNames | null = null,
): readonly Chip[] {
  const active = activeFilters(view);
  const unreadable = (key: FilterKey | OwnKey) => view.broken.some((one) => one.key === key);
  const twice = (key: FilterKey | OwnKey) => key === 'to' && active.includes('from') && !unreadable('to');
  return active
    .filter((key) => !twice(key))
    .map((key) => ({
      key,
      name: isOwnKey(key) ? fieldLabel(guide, key) : entryOf(key).label,
      value: valueWords(view, guide, window, key, names),
      without: withoutClause(view, key),
    }));
}
