import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, inTwoLines, textWidth } from '../scene/text-width';
import type { LaidLane, TimelineLayout } from './layout';

const SIZE = 12.5;
const INDENT = 12;
/** Between a label and its count, in pixels. */
const GAP = 6;

function swatch(x: number, y: number, fill: string): SceneNode {
  return node('rect', { x, y: y - 4, width: 8, height: 8, rx: 2, fill });
}

/** A clearing around a label, so that rules behind it do not cross it. */
function halo(paint: Paint) {
  return { stroke: paint('--page'), 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
}

/** Label above the lane, its count beside it. */
function narrowLabel({ lane, top }: LaidLane, width: number, paint: Paint): readonly SceneNode[] {
  const count = lane.countText;
  const label = fitText(lane.label, SIZE, width - textWidth(count, 12) - 48);
  const plain = { dx: 8, 'font-size': 11.5, 'font-weight': 400, fill: paint('--ink-3') };
  return [
    swatch(0, top + 12, paint(lane.colour)),
    node(
      'text',
      { x: 14, y: top + 16, 'font-size': SIZE, 'font-weight': 600, fill: paint('--ink'), ...halo(paint) },
      [node('tspan', {}, label), node('tspan', plain, count)],
    ),
  ];
}

/** Label in the margin; its count beneath it, after what the first line has no room for. */
function marginLabel({ lane, top, height }: LaidLane, left: number, paint: Paint): readonly SceneNode[] {
  const x = lane.depth * INDENT;
  const y = top + height / 2;
  const room = left - x - 14 - 12;
  const [first, rest] = inTwoLines(lane.label, SIZE, room);
  const second = fitText(rest, SIZE, room - textWidth(lane.countText, 11.5) - GAP);
  const bold = { 'font-size': SIZE, 'font-weight': 600, fill: paint('--ink') };
  const plain = { 'font-size': 11.5, fill: paint('--ink-3') };
  return [
    swatch(x, y - 6, paint(lane.colour)),
    node('text', { x: x + 14, y: y - 2, ...bold }, first),
    second === ''
      ? node('text', { x: x + 14, y: y + 12, ...plain }, lane.countText)
      : node('text', { x: x + 14, y: y + 12, ...bold }, [
          node('tspan', {}, second),
          node('tspan', { dx: GAP, ...plain, 'font-weight': 400 }, lane.countText),
        ]),
  ];
}

function heading({ lane, headingY }: LaidLane, paint: Paint): readonly SceneNode[] {
  if (headingY === null) return [];
  return [
    node(
      'text',
      { x: 0, y: headingY, 'font-size': 11.5, 'font-weight': 600, fill: paint('--ink-2') },
      lane.heading ?? '',
    ),
  ];
}

function cellStrip({ strip, middle, lane }: LaidLane, paint: Paint): readonly SceneNode[] {
  if (strip === null) return [];
  const fill = paint(lane.colour);
  return [
    node('g', { transform: `translate(0,${middle})` }, [
      ...(strip.high === '' ? [] : [node('path', { d: strip.high, fill, 'fill-opacity': 0.3 })]),
      node('path', { d: strip.best, fill }),
    ]),
  ];
}

/** The label of a lane with its full name, its count and the thread its marks are strung on. */
export function laneNodes(layout: TimelineLayout, lane: LaidLane, paint: Paint): SceneNode {
  const { frame, narrow } = layout;
  const right = frame.width - frame.right;
  const full = `${lane.lane.title}: ${lane.lane.countText}`;
  const rule = { stroke: paint('--line'), 'shape-rendering': 'crispEdges' };
  const edge = lane.top + lane.height;
  const across = (from: number, y: number, look = {}) =>
    node('path', { d: `M${from} ${Math.round(y * 100) / 100}H${right}`, ...rule, ...look });
  return node('g', {}, [
    ...heading(lane, paint),
    ...cellStrip(lane, paint),
    ...(lane.holds === 'cells' ? [] : [across(frame.left, lane.middle)]),
    across(narrow ? 0 : frame.left, edge, { 'stroke-opacity': 0.6 }),
    node('g', {}, [
      node('title', {}, full),
      ...(narrow ? narrowLabel(lane, frame.width, paint) : marginLabel(lane, frame.left, paint)),
    ]),
  ]);
}
