import { type Bound, parseBound } from '../time/bounds';
import { type Day, formatDay } from '../time/day';
import { changeView, dayBound, toggled, type ViewChange } from '../view/change';
import type { Split, View } from '../view/view';
import type { ActivityBin } from './activity-bins';
import type { ActivityData } from './activity-data';
import type { ActivitySeries } from './activity-series';

/** More members than this are not written into an address. */
const MOST_MEMBERS = 12;

/** The field of a view that each split's series can be chosen by. */
const FIELDS = {
  actor: 'actors',
  type: 'types',
  region: 'regions',
  relation: 'relations',
  initiator: 'initiators',
} as const;

/** The values that a view selects of its split; empty is all of them. */
export function selectedOf(view: View, split: Split): readonly string[] {
  return split === 'none' ? [] : view[FIELDS[split]];
}

function select(split: Split, ids: readonly string[]): ViewChange {
  return split === 'none' ? {} : { [FIELDS[split]]: ids };
}

/** Operations of the state never add up with attacks: `state` is chosen alone, and left when another is chosen. */
function apart(split: Split, ids: readonly string[], id: string): readonly string[] {
  if (split !== 'initiator' || !ids.includes('state')) return ids;
  return id === 'state' ? ['state'] : ids.filter((one) => one !== 'state');
}

/** The view after a click on a legend entry: the value is added to the filter of the split, or taken out. */
export function toggleView(view: View, split: Split, id: string): View {
  return changeView(view, select(split, apart(split, toggled(selectedOf(view, split), id), id)));
}

/** The coarsest text that means exactly these days: `2024`, `2024-03`; null where only days do. */
function wholeBound(from: Day, to: Day): Bound | null {
  const text = formatDay(from);
  const bounds = [text.slice(0, -6), text.slice(0, -3)].map(parseBound);
  return bounds.find((bound) => bound?.from === from && bound.to === to) ?? null;
}

/** The view narrowed to the days of a bin. */
export function binView(view: View, { from, to }: Pick<ActivityBin, 'from' | 'to'>): View {
  const whole = wholeBound(from, to);
  return changeView(view, { from: whole ?? dayBound(from), to: whole ?? dayBound(to) });
}

/** Whether an address can select a series: not `several`, nor an `other` of many members. */
export function isSayable({ members }: Pick<ActivitySeries, 'members'>): boolean {
  return members.length > 0 && members.length <= MOST_MEMBERS;
}

/**
 * The view narrowed to a bin and a series, as far as an address can say it; else to the bin alone. In a running total
 * the bin is that of its last step.
 */
export function markView(
  view: View,
  { split }: Pick<ActivityData, 'split'>,
  bin: Pick<ActivityBin, 'from' | 'to'>,
  series: Pick<ActivitySeries, 'members'>,
): View {
  const narrowed = binView(view, bin);
  return isSayable(series) ? changeView(narrowed, select(split, series.members)) : narrowed;
}
