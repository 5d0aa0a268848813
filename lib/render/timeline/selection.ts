import { selectedDays } from '../../query/plan/filter';
import { NONE } from '../../query/query';
import { incidentHref } from '../../view/addresses/addresses';
import { viewHref } from '../../view/serialize';
import type { Selection, View } from '../../view/view';
import { laneSelection, toggleSelection } from '../activity/selection';
import { bandExtent } from '../axis/coverage-bands';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { Lane } from './lanes';
import type { LaidItem, LaidLane, TimelineLayout } from './layout';

const membersOf = ({ members }: Lane) => members.map((member) => member ?? NONE);

/** What a lane as a whole stands for; null where all stand in one lane. */
export function selectionOfLane(view: View, lane: Lane): Selection | null {
  return laneSelection(view, membersOf(lane), null);
}

/** What a count stands for: its days, and the groups of its lane. */
export function selectionOfCount(
  { input, lanes }: TimelineLayout,
  item: Exclude<LaidItem, { kind: 'mark' }>,
): Selection | null {
  return laneSelection(input.view, membersOf(lanes[item.lane]!.lane), item);
}

/** The address behind each item on the page: the incident's own, or the view with the days of a count selected. */
export function selectHrefs(layout: TimelineLayout): (item: LaidItem) => string {
  const { view } = layout.input;
  return (item) =>
    item.kind === 'mark'
      ? incidentHref(view, item.mark.id)
      : `${viewHref(toggleSelection(view, selectionOfCount(layout, item)))}#incidents`;
}

const PREFIX = /^(only|not|beyond):/;

/** Whether a selection names the groups of a lane; one that is of all groups names every lane. */
function isOf({ groups }: Selection, lane: LaidLane): boolean {
  const own = membersOf(lane.lane);
  const beyond = groups.filter((one) => /^(not|beyond):/.test(one)).map((one) => one.replace(PREFIX, ''));
  if (beyond.length > 0) return own.every((id) => !beyond.includes(id));
  return groups.length === 0 || groups.some((one) => own.includes(one.replace(PREFIX, '')));
}

/** Frames around the selected days of the lanes that a selection names. Empty where nothing is selected. */
export function selectedFrames(
  { lanes, scale, input }: TimelineLayout,
  view: View,
  paint: Paint,
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
  return lanes
    .filter((lane) => isOf(select, lane))
    .map(({ top, height }) =>
      node('rect', { x: x - 1, y: top + 1, width: Math.max(3, width + 2), height: height - 2, ...look }),
    );
}
