import type { DrawnBin } from '../../query/coverage/bin-parts';
import { SEVERAL } from '../../query/query';
import { roleOf, type Split } from '../../series/field-table';
import type { SeriesGuide } from '../../series/model';
import { regionParts } from '../../series/places/region-tree';
import { type Bound, parseBound } from '../../time/bounds';
import { type Day, formatDay } from '../../time/day';
import { changeView, dayBound, toggled, type ViewChange } from '../../view/change';
import { toggleActor, toggleInTree } from '../../view/toggle';
import { isStacked, type View } from '../../view/view';
import { OTHER } from '../scene/palette';
import type { ActivityData } from './data';
import { beyondClause, eachClause, select, selectedOf, stackClause } from './group-links';
import type { ActivityGroup } from './groups';

/** A value that never adds up with the others is chosen alone, and left when another is chosen. */
function apart(split: Split, ids: readonly string[], id: string): readonly string[] {
  const alone = roleOf(split)?.apart?.id;
  if (alone === undefined || !ids.includes(alone)) return ids;
  return id === alone ? [alone] : ids.filter((one) => one !== alone);
}

/** The view after a click on a legend entry: the value is added to the filter of the split, or taken out. */
export function toggleView(
  view: View,
  guide: Pick<SeriesGuide, 'actorRelations' | 'regions'>,
  split: Split,
  id: string,
): View {
  if (split === 'actor') return toggleActor(view, guide.actorRelations, id);
  if (split === 'region') return toggleInTree(view, 'regions', regionParts(guide.regions), id);
  return changeView(view, select(view, split, apart(split, toggled(selectedOf(view, split), id), id)));
}

/** The coarsest text that means exactly these days: `2024`, `2024-03`; null where only days do. */
function wholeBound(from: Day, to: Day): Bound | null {
  const text = formatDay(from);
  const bounds = [text.slice(0, -6), text.slice(0, -3)].map(parseBound);
  return bounds.find((bound) => bound?.from === from && bound.to === to) ?? null;
}

/** The view narrowed to the days of a bin. */
export function binView(view: View, { from, to }: Pick<DrawnBin, 'from' | 'to'>): View {
  const whole = wholeBound(from, to);
  return changeView(view, { from: whole ?? dayBound(from), to: whole ?? dayBound(to) });
}

type Chart = Pick<ActivityData, 'split' | 'mode' | 'drawn'>;
type Named = Pick<ActivityGroup, 'kind' | 'members'>;

/** The clause that selects what a group counts; null where an address cannot say it. */
function clauseOf(view: View, { split, mode, drawn }: Chart, { kind, members }: Named): ViewChange | null {
  if (split === 'none' || kind === 'all') return {};
  const stacked = isStacked(mode);
  if (kind === OTHER) return beyondClause(view, drawn, stacked);
  if (!stacked) return eachClause(view, split, members);
  return stackClause(view, split, kind === SEVERAL ? [SEVERAL] : members);
}

/** Whether an address can select exactly what a group counts. */
export function isSayable(view: View, chart: Chart, group: Named): boolean {
  return clauseOf(view, chart, group) !== null;
}

/** The view of the days that a value counts: its bin, or everything up to its end in a running total. */
function daysView(view: View, { mode }: Chart, bin: Pick<DrawnBin, 'from' | 'to'>): View {
  if (mode !== 'cumulative') return binView(view, bin);
  return changeView(view, { to: binView(view, bin).to });
}

/**
 * The view after a click on a legend entry that no filter of its own stands for, such as `several` in a stack: narrowed
 * to what the groups counts, or widened again where it already is. Null where an address cannot say it.
 */
export function groupView(
  view: View,
  chart: Chart,
  one: Named,
): { readonly view: View; readonly on: boolean } | null {
  const clause = clauseOf(view, chart, one);
  if (clause?.groups === undefined) return null;
  const narrowed = changeView(view, clause);
  const on = view.groups.length > 0 && narrowed.groups.join() === view.groups.join();
  return { view: on ? changeView(view, { groups: [] }) : narrowed, on };
}

/** The view of exactly the incidents that a bar or a point counts; of its whole bin where no address can say it. */
export function markView(view: View, chart: Chart, bin: Pick<DrawnBin, 'from' | 'to'>, group: Named): View {
  return changeView(daysView(view, chart, bin), clauseOf(view, chart, group) ?? {});
}
