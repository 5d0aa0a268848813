import type { DrawnBin } from '../../query/coverage/bin-parts';
import { selectedDays } from '../../query/plan/filter';
import { SEVERAL } from '../../query/query';
import type { DaySpan } from '../../time/day';
import { changeView, type ViewChange } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { type BoundSpan, isStacked, type Selection, type View } from '../../view/view';
import { shortBound, withWindow } from '../overview/window-change';
import { OTHER } from '../scene/palette';
import type { ActivityData } from './data';
import { beyondClause, beyondTexts, eachClause, sayable, stackClause, stackTexts } from './group-links';
import type { ActivityGroup } from './groups';

type Chart = Pick<ActivityData, 'split' | 'mode' | 'drawn'>;
type Named = Pick<ActivityGroup, 'kind' | 'members'>;

/** Days as an address writes them, both ends as short as they can be. */
export function spanOf({ from, to }: DaySpan): BoundSpan {
  return { from: shortBound(from, 'start'), to: shortBound(to, 'end') };
}

/** What a selection says of a group; empty where it is of all groups, or no address can name this one. */
function groupsOf(view: View, { split, mode, drawn }: Chart, { kind, members }: Named): readonly string[] {
  if (split === 'none' || kind === 'all') return [];
  const stacked = isStacked(mode);
  const texts =
    kind === OTHER
      ? beyondTexts(drawn, stacked)
      : stacked
        ? stackTexts(kind === SEVERAL ? [SEVERAL] : members)
        : members;
  return sayable(view, texts) ?? [];
}

/** What a bar or a point stands for: its days (in a running total, all up to their end) and its group; null is all groups. */
export function markSelection(
  view: View,
  chart: Chart,
  bin: Pick<DrawnBin, 'from' | 'to'>,
  group: Named | null,
): Selection {
  const span = spanOf(bin);
  return {
    span: chart.mode === 'cumulative' ? { from: null, to: span.to } : span,
    groups: group === null ? [] : groupsOf(view, chart, group),
  };
}

/** What a lane of a timeline stands for, or some days of it. */
export function laneSelection(
  view: View,
  members: readonly string[],
  days: DaySpan | null,
): Selection | null {
  const groups = view.split === 'none' ? [] : (sayable(view, members) ?? []);
  if (days === null) return groups.length === 0 ? null : { span: null, groups };
  return { span: spanOf(days), groups };
}

/** Whether two selections are of the same days and groups. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  const texts = ({ span, groups }: Selection) => [span?.from?.text, span?.to?.text, ...groups].join('\n');
  return texts(a) === texts(b);
}

/** The view with something selected; with nothing, where just that was selected before. */
export function toggleSelection(view: View, select: Selection | null): View {
  const known = select !== null && view.select !== null && isSameSelection(view.select, select);
  return changeView(view, { select: known ? null : select });
}

/** The view whose window is the days of its selection, and where nothing is selected. */
export function zoomedView(view: View, select: Selection, coverage: DaySpan): View {
  return withWindow(view, selectedDays(select, resolveWindow(view, coverage)), coverage);
}

const PREFIX = /^(only|not|beyond):/;

function clauseOf(view: View, groups: readonly string[]): ViewChange | null {
  const bare = groups.map((one) => one.replace(PREFIX, ''));
  if (groups.every((one) => !PREFIX.test(one) && one !== SEVERAL)) return eachClause(view, view.split, bare);
  if (groups.every((one) => one.startsWith('only:') || one === SEVERAL))
    return stackClause(view, view.split, bare);
  if (groups.every((one) => one.startsWith('not:'))) return beyondClause(view, bare, true);
  return groups.every((one) => one.startsWith('beyond:')) ? beyondClause(view, bare, false) : null;
}

/** The view of the groups of its selection alone, over all of its window; null where it is of all groups. */
export function onlyGroupView(view: View, { groups }: Selection): View | null {
  const clause = groups.length === 0 ? null : clauseOf(view, groups);
  return clause === null ? null : changeView(view, { ...clause, select: null });
}
