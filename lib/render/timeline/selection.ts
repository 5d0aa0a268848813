import { selectedDays } from '../../query/plan/filter';
import { NONE } from '../../query/query';
import type { Mark } from '../../query/result';
import type { DaySpan } from '../../time/day';
import { incidentHref } from '../../view/addresses/addresses';
import { viewHref } from '../../view/serialize';
import type { Selection, View } from '../../view/view';
import { laneSelection, toggleSelection } from '../activity/selection';
import { bandExtent } from '../axis/coverage-bands';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { Lane } from './lanes';
import { LABEL_ROW, type LaidItem, type LaidLane, type TimelineLayout } from './layout';

const membersOf = ({ members }: Lane) => members.map((member) => member ?? NONE);

/** What a lane as a whole stands for; null where all stand in one lane. */
export function selectionOfLane(view: View, lane: Lane): Selection | null {
  return laneSelection(view, membersOf(lane), null);
}

/** The days on which an item may lie; null for a mark whose start is open. */
function daysOf(item: LaidItem): DaySpan | null {
  if (item.kind !== 'mark') return item;
  const { earliest, latest } = item.mark.date;
  return earliest === null || latest === null ? null : { from: earliest, to: latest };
}

/** What a mark or a count stands for: its days, and the groups of its lane; null where it has no days of its own. */
export function selectionOfItem({ input, lanes }: TimelineLayout, item: LaidItem): Selection | null {
  const days = daysOf(item);
  return days === null ? null : laneSelection(input.view, membersOf(lanes[item.lane]!.lane), days);
}

/** The address behind each item on the page: the view with its days selected, or the incident's own where it has none. */
export function selectHrefs(layout: TimelineLayout): (item: LaidItem) => string {
  const { view } = layout.input;
  return (item) => {
    const select = selectionOfItem(layout, item);
    if (select === null && item.kind === 'mark') return incidentHref(view, item.mark.id);
    return `${viewHref(toggleSelection(view, select))}#incidents`;
  };
}

/**
 * The incidents of the marks that a selection holds, each once, in the order of the marks: those that may lie on its days, of
 * the groups that it names. None where it names groups by what they are not.
 */
export function selectedMarks(marks: readonly Mark[], select: Selection, window: DaySpan): readonly Mark[] {
  const days = selectedDays(select, window);
  const groups = select.groups.map((one) => one.replace(PREFIX, ''));
  const found = marks.filter(
    ({ lane, date: { earliest, latest } }) =>
      (groups.length === 0 || groups.includes(lane ?? NONE)) &&
      (earliest ?? days.from) <= days.to &&
      (latest ?? days.to) >= days.from,
  );
  return [...new Map(found.map((mark) => [mark.id, mark])).values()];
}

const PREFIX = /^(only|not|beyond):/;

/** Whether a selection names the groups of a lane; one that is of all groups names every lane. */
function isOf({ groups }: Selection, lane: LaidLane): boolean {
  const own = membersOf(lane.lane);
  const beyond = groups.filter((one) => /^(not|beyond):/.test(one)).map((one) => one.replace(PREFIX, ''));
  if (beyond.length > 0) return own.every((id) => !beyond.includes(id));
  return groups.length === 0 || groups.some((one) => own.includes(one.replace(PREFIX, '')));
}

/** Frames around the selected days of the lanes that a selection names, or of one of them. Empty where nothing is selected. */
export function selectedFrames(
  { lanes, scale, input, narrow }: TimelineLayout,
  view: View,
  paint: Paint,
  only: number | null = null,
): readonly SceneNode[] {
  const { select } = view;
  if (select === null) return [];
  const days = selectedDays(select, input.window);
  if (days.from > days.to) return [];
  const { x, width } = bandExtent(days, scale);
  const look = {
    fill: paint('--accent'),
    'fill-opacity': 0.08,
    stroke: paint('--accent'),
    'stroke-width': 1.5,
  };
  return (only === null ? lanes : lanes.slice(only, only + 1))
    .filter((lane) => isOf(select, lane))
    .map(({ top, height }) => {
      // A name that stands above its lane is not crossed.
      const label = narrow ? LABEL_ROW : 0;
      const [y, tall] = [top + label + 1, height - label - 2];
      return node('rect', { x: x - 1, y, width: Math.max(3, width + 2), height: tall, ...look });
    });
}
