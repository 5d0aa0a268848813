import { isOwnKey, type OwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import type { DaySpan } from '@/lib/time/day';
import { activeFilters, clearKey } from '@/lib/view/change';
import { fieldLabel, joinWords, labelOf } from '@/lib/view/labels';
import { seriesInWords } from '@/lib/view/series-words';
import { TICK_LISTS, type TickKey } from '@/lib/view/toggle';
import type { FilterKey, View } from '@/lib/view/view';
import { rangeInWords, windowInWords } from '@/lib/view/words';

/** A clause of the view in words, and the view without it. */
export interface Chip {
  readonly key: FilterKey | OwnKey;
  readonly name: string;
  readonly value: string;
  readonly without: View;
}

/** Values that a chip names; the rest is a number. */
const MOST_NAMED = 3;

const NAMES: Readonly<Record<FilterKey, string>> = {
  from: 'Window',
  to: 'Window',
  actor: 'Actor',
  relation: 'Relation',
  certainty: 'Certainty',
  disputed: 'Disputed',
  type: 'Type',
  region: 'Region',
  initiator: 'Begun by',
  scope: 'Scope',
  q: 'Words',
  series: 'Counted under',
};

function isTickKey(key: FilterKey): key is TickKey {
  return key in TICK_LISTS;
}

function listWords(view: View, guide: SeriesGuide, key: TickKey): string {
  const labels = view[TICK_LISTS[key]].map((id) => labelOf(guide, key, id));
  const more = labels.length - MOST_NAMED;
  const named = labels.slice(0, MOST_NAMED);
  return joinWords(more > 0 ? [...named, `${more} more`] : named, 'or');
}

/** The values or the range of a clause on an own field. */
function ownWords(view: View, guide: SeriesGuide, key: OwnKey): string {
  const clause = view.own.find((one) => one.key === key);
  if (clause?.range) return rangeInWords(clause.range);
  const labels = (clause?.values ?? []).map((id) => labelOf(guide, key, id));
  const more = labels.length - MOST_NAMED;
  const named = labels.slice(0, MOST_NAMED);
  return joinWords(more > 0 ? [...named, `${more} more`] : named, 'or');
}

function valueWords(view: View, guide: SeriesGuide, window: DaySpan, key: FilterKey | OwnKey): string {
  const broken = view.broken.find((one) => one.key === key);
  if (broken) return `“${broken.values.join(', ').slice(0, 40)}”, which cannot be read`;
  if (isOwnKey(key)) return ownWords(view, guide, key);
  if (isTickKey(key)) return listWords(view, guide, key);
  if (key === 'disputed') return view.disputed === 'only' ? 'only' : 'none';
  if (key === 'scope') return 'outside the series’ scope';
  if (key === 'q') return `“${view.q}”`;
  if (key === 'series') return seriesInWords(view, guide);
  return windowInWords(view, window);
}

function without(view: View, key: FilterKey | OwnKey): View {
  return key === 'from' || key === 'to' ? clearKey(clearKey(view, 'from'), 'to') : clearKey(view, key);
}

/** The clauses that are on, in the order of the address; both ends of the window make one. */
export function chipList(view: View, guide: SeriesGuide, window: DaySpan): readonly Chip[] {
  const active = activeFilters(view);
  const unreadable = (key: FilterKey | OwnKey) => view.broken.some((one) => one.key === key);
  const twice = (key: FilterKey | OwnKey) => key === 'to' && active.includes('from') && !unreadable('to');
  return active
    .filter((key) => !twice(key))
    .map((key) => ({
      key,
      name: isOwnKey(key) ? fieldLabel(guide, key) : NAMES[key],
      value: valueWords(view, guide, window, key),
      without: without(view, key),
    }));
}
