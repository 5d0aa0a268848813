import { area, line } from 'd3-shape';
import { isReported } from '../../series/estimate';
import type { Mode } from '../../view/view';
import { markLabel } from '../../words/chart';
import { boxesPath } from '../scene/boxes-path';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { barLook, denseBars, segmentBoxes } from './bars';
import { type ActivityData, countsIn } from './data';
import {
  barSpan,
  boundedValues,
  isHollow,
  isPart,
  joinsParts,
  type LinePoint,
  pointRadius,
  runsOf,
  unreportedBins,
} from './geometry';
import type { ActivityGroup } from './groups';
import { lateTops } from './late-tops';
import { type ActivityLayout, type Plot, yOf } from './layout';
import { lineLabels } from './modes/line-labels';
import { meanLines } from './modes/rolling-mean';
import { steadySteps } from './modes/steady-steps';

/** Whether a mode draws lines; the others draw bars. */
export function isLined(mode: Mode): boolean {
  return mode === 'lines' || mode === 'cumulative' || mode === 'index';
}

/** How a picture is drawn: its colours, where marks lead, and whether the Tab key stops at each. */
export interface ActivityStyle {
  readonly paint: Paint;
  /** The address behind a mark; null draws it without a link. */
  readonly href: (group: ActivityGroup, index: number) => string | null;
  /** False where the keyboard is served otherwise. */
  readonly tabStops: boolean;
}

/** A mark as a link to what it counts. */
export function linked(
  data: ActivityData,
  style: ActivityStyle,
  group: ActivityGroup,
  index: number,
  shapes: readonly SceneNode[],
): SceneNode {
  const href = style.href(group, index);
  const label = markLabel(data, group, index);
  const tabindex = style.tabStops ? null : -1;
  if (href === null) return node('g', {}, [...shapes, node('title', {}, label)]);
  return node(
    'a',
    { href, 'aria-label': label, tabindex, 'data-bin': index, 'data-group': data.groups.indexOf(group) },
    shapes,
  );
}

/** How a line is drawn: thinner beneath a rolling mean. */
export function lineLook({ rollMean }: Pick<ActivityData, 'rollMean'>) {
  return rollMean === null ? { width: 2, opacity: 1 } : { width: 1, opacity: 0.5 };
}

function bars(data: ActivityData, layout: ActivityLayout, plot: Plot, style: ActivityStyle): SceneNode[] {
  if (layout.dense) return denseBars(data, layout, plot, style.paint);
  return segmentBoxes(data, layout, plot).map(({ segment: { group, index }, box }) => {
    const look = barLook(style.paint(group.colour), isPart(data, group, index), isHollow(group, index));
    return linked(data, style, group, index, [node('rect', { ...box, ...look })]);
  });
}

/** How far the arrow of an open end stands above the figure, in pixels. */
const OPEN_RISE = 10;
/** Bars narrower than this have no room for whiskers. */
const WHISKER_ROOM = 3;

/** Low and high of every bin of a plot that has a range, in pixels. */
function rangesOf(data: ActivityData, layout: ActivityLayout, plot: Plot) {
  return boundedValues(data, plot).flatMap((value, index) => {
    const bin = data.bins[index];
    const low = value?.low ?? 0;
    const open = value?.high === null && isReported(value);
    if (!value || !bin || (!open && (value.high === null || low === value.high))) return [];
    const figureTop = yOf(plot, value.high ?? value.best ?? low);
    // An open end has no height of its own: an arrow stands a little above what is known.
    const top = open ? Math.max(plot.top, figureTop - OPEN_RISE) : figureTop;
    const bottom = yOf(plot, low).toFixed(2);
    return [{ ...barSpan(layout.scale, bin), top: top.toFixed(2), bottom, open }];
  });
}

/** Low to high as whiskers on top of the bars; as a lighter part of bars that are too narrow for them. */
function whiskers(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const ranges = rangesOf(data, layout, plot);
  if (ranges.some(({ width }) => width < WHISKER_ROOM)) {
    const boxes = ranges.map(({ left, right, top, bottom }) => ({
      ...{ x: left, y: Number(top), width: right - left, height: Number(bottom) - Number(top) },
    }));
    // What is lower than half a tenth of a pixel nobody sees.
    const seen = boxes.filter(({ height }) => height >= 0.05);
    return node('path', { d: boxesPath(seen), fill: paint('--ink'), 'fill-opacity': 0.16 });
  }
  const shapes = ranges.map(({ middle, width, top, bottom, open }) => {
    const cap = Math.min(3, width / 3);
    const [left, right] = [middle - cap, middle + cap].map((x) => x.toFixed(1));
    const wing = (Number(top) + 3).toFixed(2);
    if (open) {
      const stem = `M${left} ${bottom}H${right}M${middle.toFixed(1)} ${top}V${bottom}`;
      return `${stem}M${left} ${wing}L${middle.toFixed(2)} ${top}L${right} ${wing}`;
    }
    // From cap to cap in steps, which is shorter: a page may have hundreds.
    const [half, whole] = [cap, 2 * cap].map((step) => String(Math.round(step * 10) / 10));
    return `M${left} ${top}h${whole}m-${half} 0V${bottom}m-${half} 0h${whole}`;
  });
  const path = { d: shapes.join(''), fill: 'none' };
  return node('g', {}, [
    node('path', { ...path, stroke: paint('--page'), 'stroke-width': 2, 'stroke-opacity': 0.6 }),
    node('path', { ...path, stroke: paint('--ink') }),
  ]);
}

/** A hollow dot on the base line where incidents are counted and nobody reports a figure: it is not a zero. */
function unreportedDots(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const [only] = plot.groups;
  const values = data.mode === 'panels' && only ? only.values : data.totals;
  const dots = unreportedBins(values);
  const shapes = dots.flatMap((index) => {
    const bin = data.bins[index];
    if (!bin) return [];
    const at = { cx: barSpan(layout.scale, bin).middle, cy: plot.top + plot.height - 4, r: 2.5 };
    return [node('circle', { ...at, fill: paint('--page'), stroke: paint('--ink-3') })];
  });
  return node('g', {}, shapes);
}

const linePath = line<LinePoint>(
  ({ x }) => x,
  ({ y }) => y,
).digits(2);
const bandPath = area<LinePoint>()
  .x(({ x }) => x)
  .y0(({ low }) => low)
  .y1(({ high }) => high)
  .digits(2);

/** Whether the step between two neighbours leads to or from a part of a bin. */
function isOpenStep(data: ActivityData, group: ActivityGroup, a: LinePoint, b: LinePoint): boolean {
  return isPart(data, group, a.index) || isPart(data, group, b.index);
}

/** A run as the lines between whole bins and, apart from them, the steps to and from those that are cut or not over. */
function splitRun(
  data: ActivityData,
  group: ActivityGroup,
  run: readonly LinePoint[],
): { readonly whole: readonly (readonly LinePoint[])[]; readonly open: readonly (readonly LinePoint[])[] } {
  const whole: LinePoint[][] = [];
  const open: LinePoint[][] = [];
  let last: LinePoint | null = null;
  let opened: boolean | null = null;
  for (const point of run) {
    if (last !== null) {
      const isOpen = isOpenStep(data, group, last, point);
      const lines = isOpen ? open : whole;
      if (isOpen !== opened) lines.push([last]);
      lines.at(-1)?.push(point);
      opened = isOpen;
    }
    last = point;
  }
  return { whole, open };
}

function runShapes(data: ActivityData, group: ActivityGroup, run: readonly LinePoint[], colour: string) {
  const { whole, open } = splitRun(data, group, run);
  const { width, opacity } = lineLook(data);
  const faint = opacity === 1 ? {} : { 'stroke-opacity': opacity };
  const look = {
    ...{ fill: 'none', stroke: colour, 'stroke-width': width, ...faint },
    'stroke-linejoin': 'round',
  };
  const joined = joinsParts(data);
  return [
    ...(joined ? [run] : whole).map((part) =>
      node('path', { d: bandPath(part) ?? '', fill: colour, 'fill-opacity': 0.14 }),
    ),
    ...whole.map((part) => node('path', { ...look, d: linePath(part) ?? '' })),
    ...(joined ? open : []).map((part) =>
      node('path', { ...look, d: linePath(part) ?? '', 'stroke-dasharray': '4 3' }),
    ),
  ];
}

function points(
  data: ActivityData,
  layout: ActivityLayout,
  group: ActivityGroup,
  run: readonly LinePoint[],
  style: ActivityStyle,
): SceneNode[] {
  if (layout.dense) return [];
  const colour = style.paint(group.colour);
  return run
    .filter(({ index }) => countsIn(data, group.values, index))
    .map(({ index, x, y }) => {
      const open = isPart(data, group, index);
      const dot = {
        cx: x,
        cy: y,
        r: pointRadius(data, layout),
        fill: open ? style.paint('--page') : colour,
        stroke: colour,
      };
      return linked(data, style, group, index, [
        node('circle', { cx: x, cy: y, r: 8, fill: 'transparent' }),
        node('circle', dot),
      ]);
    });
}

function lines(data: ActivityData, layout: ActivityLayout, plot: Plot, style: ActivityStyle): SceneNode[] {
  return plot.groups.map((group) => {
    const runs = runsOf(data, layout, plot, group);
    const colour = style.paint(group.colour);
    return node('g', { 'data-line': data.groups.indexOf(group) }, [
      ...runs.flatMap((run) => runShapes(data, group, run, colour)),
      ...runs.flatMap((run) => points(data, layout, group, run, style)),
    ]);
  });
}

/** The marks of one plot, without what lies on top of them. */
export function plotMarks(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  style: ActivityStyle,
): SceneNode {
  const drawn = isLined(data.mode) ? lines(data, layout, plot, style) : bars(data, layout, plot, style);
  return node('g', {}, drawn);
}

/** What lies on top of the marks of one plot: the whiskers and dots of bars, the labels of lines, rolling means. */
export function plotOverlay(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const isLine = isLined(data.mode);
  const marks = isLine
    ? []
    : [
        ...lateTops(data, layout, plot, paint),
        unreportedDots(data, layout, plot, paint),
        whiskers(data, layout, plot, paint),
      ];
  return node('g', { 'pointer-events': 'none' }, [
    ...marks,
    ...steadySteps(data, layout, plot, paint),
    ...meanLines(data, layout, plot, paint),
    ...(isLine ? [lineLabels(data, layout, plot, paint)] : []),
  ]);
}
