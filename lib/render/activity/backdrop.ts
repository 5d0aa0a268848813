import { BAND_WORDS } from '../../words/coverage';
import { formatNumber } from '../../words/figures';
import { capitalised } from '../../words/labels';
import { labelPlaces } from '../axis/axis-nodes';
import { bandExtent, hatchPatterns } from '../axis/coverage-bands';
import { wrapText } from '../picture/wrap-text';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, textWidth } from '../scene/text-width';
import type { ActivityData } from './data';
import { type ActivityLayout, type Plot, yOf } from './layout';

/** Hatchings for what was watched less well, to be put once into every picture that uses them. */
export function hatchDefs(paint: Paint): SceneNode {
  return node('defs', {}, hatchPatterns('activity', paint('--line-strong')));
}

/** Hatching over the whole height; a strip where it concerns only a part of what is drawn. */
function hatching(data: ActivityData, layout: ActivityLayout, plot: Plot): readonly SceneNode[] {
  const panel = layout.plots.indexOf(plot);
  const here = data.bands.filter(({ lanes }) => !lanes?.length || lanes.includes(panel));
  return here.map((band) => {
    const box = {
      ...bandExtent(band, layout.scale),
      y: plot.top,
      height: band.lanes === null ? 6 : plot.height,
    };
    return node('rect', { ...box, fill: `url(#activity-${band.kind})`, 'data-hatch': band.kind }, [
      node('title', {}, `${capitalised(BAND_WORDS[band.kind])}. ${band.text}`),
    ]);
  });
}

/** What stands for thousands, and up, the largest first. */
const SHORT = [
  { factor: 1e12, sign: 'T' },
  { factor: 1e9, sign: 'B' },
  { factor: 1e6, sign: 'M' },
  { factor: 1e3, sign: 'k' },
];

/** `1200` as `1,200`; `1.2k` where there is little room. Steps of ticks are 1, 2 or 5, so that one decimal says it. */
export function tickText(value: number, narrow: boolean): string {
  const short = narrow ? SHORT.find(({ factor }) => value >= factor) : undefined;
  return short ? `${formatNumber(value / short.factor)}${short.sign}` : formatNumber(value);
}

function valueAxis(layout: ActivityLayout, plot: Plot, paint: Paint): readonly SceneNode[] {
  const { frame, width, narrow } = layout;
  return plot.ticks.flatMap((value) => {
    const y = yOf(plot, value);
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
  const rules = layout.timeTicks.flatMap(({ day, major }) => (major ? [layout.scale.x(day).toFixed(1)] : []));
  if (rules.length === 0) return [];
  const d = rules.map((x) => `M${x} ${plot.top}v${plot.height}`).join('');
  return [node('path', { d, stroke: paint('--line') })];
}

/** The name of a panel: in the gutter where there is one, else above the plot. */
function panelTitle(layout: ActivityLayout, plot: Plot, paint: Paint): readonly SceneNode[] {
  const [group] = plot.groups;
  if (plot.title === null || !group) return [];
  const place = layout.narrow ? { x: 0, y: plot.top - 8 } : { x: 0, y: plot.top + 12 };
  const room = layout.narrow ? layout.width - 24 : layout.frame.left - 44;
  const label = { x: place.x + 14, 'font-size': 12, fill: paint('--ink') };
  const lines = layout.narrow ? [fitText(plot.title, 12, room)] : wrapText(plot.title, 12, room, 2);
  return [
    node('rect', { x: place.x, y: place.y - 9, width: 10, height: 10, rx: 2, fill: paint(group.colour) }),
    ...lines.map((line, at) => node('text', { ...label, y: place.y + at * 14 }, line)),
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
  const ticks = layout.timeTicks.map(({ day, label, major }) => ({ x: scale.x(day), label, major }));
  const places = labelPlaces(ticks, width - frame.right, 11);
  const labels = ticks.map(({ x, label, major }, index) => {
    const place = places[index];
    const look = { y: height - 8, 'font-size': 11, fill: paint(major ? '--ink-2' : '--ink-3') };
    return node('g', {}, [
      node('line', { x1: x, x2: x, y1: height - 24, y2: height - 20, stroke: paint('--line-strong') }),
      ...(place ? [node('text', { ...place, ...look }, label)] : []),
    ]);
  });
  return node('g', { 'aria-hidden': 'true' }, labels);
}

/** A label at a rule: on its right, or on its left where only there is room; null where there is none. */
function ruleLabel(
  label: string,
  at: { readonly x: number; readonly left: number; readonly right: number },
): { readonly x: number; readonly 'text-anchor': 'start' | 'end'; readonly text: string } | null {
  const [before, after] = [at.x - at.left - 8, at.right - at.x - 8];
  const end = textWidth(label, 10) > after && before > after;
  const room = Math.min(end ? before : after, 180);
  const text = room < 48 ? '' : fitText(label, 10, room);
  if (text === '') return null;
  return { x: end ? at.x - 4 : at.x + 4, 'text-anchor': end ? 'end' : 'start', text };
}

/** Dated context as thin rules, named in short where there is room; the timeline names them in full. */
export function annotationRules(data: ActivityData, layout: ActivityLayout, paint: Paint): SceneNode {
  const { scale, height, width, frame } = layout;
  const places = data.annotations.map(
    ({ date }) => scale.x(date.earliest ?? scale.from) + scale.pixelsPerDay / 2,
  );
  let left = frame.left;
  const rules = data.annotations.map(({ label }, index) => {
    const x = places[index] ?? 0;
    const named = ruleLabel(label, { x, left, right: places[index + 1] ?? width - frame.right });
    left = named?.['text-anchor'] === 'start' ? x + 4 + textWidth(named.text, 10) : x;
    const dash = { stroke: paint('--ink-3'), 'stroke-dasharray': '2 3' };
    const { text = '', ...place } = named ?? { x };
    return node('g', {}, [
      node('line', { x1: x, x2: x, y1: 4, y2: height - 24, ...dash }),
      node('text', { ...place, y: 12, 'font-size': 10, fill: paint('--ink-2') }, text),
      node('title', {}, label),
    ]);
  });
  return node('g', { 'aria-hidden': 'true' }, rules);
}
