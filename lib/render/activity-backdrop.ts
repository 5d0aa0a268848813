import { formatDayText } from '../time/format';
import type { ActivityData } from './activity-data';
import { type ActivityLayout, type Plot, yOf } from './activity-layout';
import { formatNumber } from './figures';
import type { Paint } from './paint';
import { node, type SceneNode } from './scene';
import { fitText, textWidth } from './text-width';

/** The id of the hatching that means "not covered". */
const HATCH = 'activity-hatch';

/** Hatching, to be put once into every picture that uses it. */
export function hatchPattern(paint: Paint): SceneNode {
  const pattern = { id: HATCH, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return node('defs', {}, [
    node('pattern', { ...pattern, patternTransform: 'rotate(45)' }, [
      node('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: paint('--line-strong'), 'stroke-width': 1.5 }),
    ]),
  ]);
}

interface Hatched {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Concerns only some actors or types: a strip, not the whole height. */
  readonly narrowed: boolean;
}

/** What is hatched, with the reason: outside the coverage, and where the coder watched less well. */
function hatchedSpans({ window, coverage, notes }: ActivityData): readonly Hatched[] {
  const outside: Hatched[] = [
    {
      from: window.from,
      to: coverage.from - 1,
      text: `Not covered: the coverage begins on ${formatDayText(coverage.from)}.`,
      narrowed: false,
    },
    {
      from: coverage.to + 1,
      to: window.to,
      text: `Not covered: the coverage ends on ${formatDayText(coverage.to)}.`,
      narrowed: false,
    },
  ];
  const noted = notes.map(({ from, to, text, actors, types }) => {
    return { from, to, text, narrowed: actors.length + types.length > 0 };
  });
  return [...outside, ...noted]
    .map((span) => ({
      ...span,
      from: Math.max(span.from, window.from),
      to: Math.min(span.to, window.to),
    }))
    .filter(({ from, to }) => from <= to);
}

function hatching(data: ActivityData, layout: ActivityLayout, plot: Plot): readonly SceneNode[] {
  const { scale } = layout;
  return hatchedSpans(data).map(({ from, to, text, narrowed }) => {
    const [left, right] = [scale.x(from as typeof scale.from), scale.x((to + 1) as typeof scale.from)];
    const box = { x: left, y: plot.top, width: right - left, height: narrowed ? 6 : plot.height };
    return node('rect', { ...box, fill: `url(#${HATCH})`, opacity: 0.45, 'data-hatch': '' }, [
      node('title', {}, text),
    ]);
  });
}

/** `1200` as `1,200`; `1.2k` where there is little room. */
function tickText(value: number, narrow: boolean): string {
  return narrow && value >= 1000 ? `${formatNumber(value / 1000)}k` : formatNumber(value);
}

function valueAxis(layout: ActivityLayout, plot: Plot, paint: Paint): readonly SceneNode[] {
  const { frame, width, narrow } = layout;
  return layout.valueTicks.flatMap((value) => {
    const y = yOf(plot, layout, value);
    const stroke = paint(value === 0 ? '--line-strong' : '--line');
    const text = { x: frame.left - 6, y: y + 4, 'text-anchor': 'end', 'font-size': narrow ? 10 : 11 };
    return [
      node('line', { x1: frame.left, x2: width - frame.right, y1: y, y2: y, stroke }),
      node('text', { ...text, fill: paint('--ink-3') }, tickText(value, narrow)),
    ];
  });
}

/** Rules at the ticks of time, the same as in the other panels. */
function timeRules(layout: ActivityLayout, plot: Plot, paint: Paint): readonly SceneNode[] {
  return layout.timeTicks
    .filter(({ major }) => major)
    .map(({ day }) => {
      const x = layout.scale.x(day);
      return node('line', {
        x1: x,
        x2: x,
        y1: plot.top,
        y2: plot.top + plot.height,
        stroke: paint('--line'),
      });
    });
}

/** The name of a panel: in the gutter where there is one, else above the plot. */
function panelTitle(layout: ActivityLayout, plot: Plot, paint: Paint): readonly SceneNode[] {
  const [series] = plot.series;
  if (plot.title === null || !series) return [];
  const place = layout.narrow ? { x: 0, y: plot.top - 8 } : { x: 0, y: plot.top + 12 };
  const room = layout.narrow ? layout.width - 24 : layout.frame.left - 44;
  const label = { x: place.x + 14, y: place.y, 'font-size': 12, fill: paint('--ink') };
  return [
    node('rect', { x: place.x, y: place.y - 9, width: 10, height: 10, rx: 2, fill: paint(series.colour) }),
    node('text', label, fitText(plot.title, 12, room)),
    node('title', {}, plot.title),
  ];
}

/** What lies behind the marks of one plot: hatching, rules, the axis of values. */
export function plotBackdrop(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  paint: Paint,
): SceneNode {
  return node('g', { 'aria-hidden': 'true' }, [
    ...timeRules(layout, plot, paint),
    ...hatching(data, layout, plot),
    ...valueAxis(layout, plot, paint),
    node('g', {}, panelTitle(layout, plot, paint)),
  ]);
}

/** The labels of the axis of time, beneath the last plot. */
export function timeLabels(layout: ActivityLayout, paint: Paint): SceneNode {
  const { height, scale, frame, width } = layout;
  const labels = layout.timeTicks.map(({ day, label, major }) => {
    const x = scale.x(day);
    const over = x + textWidth(label, 11) + 4 > width - frame.right + 8;
    const at = { x: over ? width - frame.right : x, y: height - 8, 'text-anchor': over ? 'end' : 'start' };
    return node('g', {}, [
      node('line', { x1: x, x2: x, y1: height - 24, y2: height - 20, stroke: paint('--line-strong') }),
      node('text', { ...at, 'font-size': 11, fill: paint(major ? '--ink-2' : '--ink-3') }, label),
    ]);
  });
  return node('g', { 'aria-hidden': 'true' }, labels);
}

/** Dated context as thin rules, named in short where there is room; the timeline names them in full. */
export function annotationRules(data: ActivityData, layout: ActivityLayout, paint: Paint): SceneNode {
  const { scale, height, width, frame } = layout;
  const places = data.annotations.map(({ date }) => scale.x(date.earliest ?? scale.from));
  const rules = data.annotations.map(({ label }, index) => {
    const x = places[index] ?? 0;
    const room = (places[index + 1] ?? width - frame.right) - x - 8;
    const short = room < 48 ? '' : fitText(label, 10, Math.min(room, 180));
    const line = {
      x1: x,
      x2: x,
      y1: 4,
      y2: height - 24,
      stroke: paint('--ink-3'),
      'stroke-dasharray': '2 3',
    };
    return node('g', {}, [
      node('line', line),
      node('text', { x: x + 4, y: 12, 'font-size': 10, fill: paint('--ink-2') }, short),
      node('title', {}, label),
    ]);
  });
  return node('g', { 'aria-hidden': 'true' }, rules);
}
