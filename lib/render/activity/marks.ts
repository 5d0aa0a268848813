import { area, line } from 'd3-shape';
import type { Mode } from '../../view/view';
import { markLabel } from '../../words/chart';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { barLook, denseBars, segmentBoxes } from './bars';
import { type ActivityData, countsIn } from './data';
import {
  barSpan,
  isHollow,
  isPart,
  joinsParts,
  type LinePoint,
  pointRadius,
  runsOf,
  unreportedBins,
} from './geometry';
import type { ActivityGroup } from './groups';
import type { ActivityLayout, Plot } from './layout';
import { lineLabels } from './modes/line-labels';
import { meanLines } from './modes/rolling-mean';
import { steadySteps } from './modes/steady-steps';
import { lateTops } from './upon/late-tops';
import { whiskers } from './upon/whiskers';

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

/** How a point of a line is drawn: hollow where its bin is a part of one. One that is whole takes no edge of its own colour. */
export function dotLook(
  data: ActivityData,
  layout: ActivityLayout,
  group: ActivityGroup,
  index: number,
  paint: Paint,
) {
  const r = pointRadius(data, layout);
  const colour = paint(group.colour);
  return isPart(data, group, index)
    ? { r, fill: paint('--page'), stroke: colour }
    : { r: r + 0.5, fill: colour };
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
  return run
    .filter(({ index }) => countsIn(data, group.values, index))
    .map(({ index, x, y }) => {
      const dot = { cx: x, cy: y, ...dotLook(data, layout, group, index, style.paint) };
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
