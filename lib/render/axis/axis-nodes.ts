import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { textWidth } from '../scene/text-width';
import type { Tick, TimeScale } from './time-axis';

const SIZE = 12;

interface Placed extends Tick {
  readonly x: number;
}

/** The ticks whose labels fit before the right edge and do not touch the label before. Years win over months. */
function legible(ticks: readonly Tick[], scale: TimeScale, right: number): readonly Placed[] {
  const fits = ticks
    .map((tick) => ({ ...tick, x: scale.x(tick.day) }))
    .filter(({ x, label }) => x + 4 + textWidth(label, SIZE) <= right + 6);
  const taken: Placed[] = [];
  for (const tick of [...fits.filter(({ major }) => major), ...fits.filter(({ major }) => !major)]) {
    const [from, to] = [tick.x, tick.x + 12 + textWidth(tick.label, SIZE)];
    if (taken.every((other) => to <= other.x || from >= other.x + 12 + textWidth(other.label, SIZE)))
      taken.push(tick);
  }
  return taken.sort((a, b) => a.x - b.x);
}

/** Where a label stands: right of its tick, or at the right edge where it would run over it. */
interface LabelPlace {
  readonly x: number;
  readonly 'text-anchor': 'start' | 'end';
}

/** What must stay free between two labels, in pixels. */
const APART = 6;

/**
 * The places of labels that begin at their ticks; null where one would touch another that counts more: a major one, or one before it.
 */
export function labelPlaces(
  ticks: readonly { readonly x: number; readonly label: string; readonly major: boolean }[],
  right: number,
  size: number,
): readonly (LabelPlace | null)[] {
  const boxes = ticks.map(({ x, label }) => {
    const width = textWidth(label, size);
    const over = x + width > right + 8;
    return { from: over ? right - width : x, to: over ? right : x + width, over };
  });
  const order = [...ticks.keys()].sort((a, b) => Number(ticks[b]!.major) - Number(ticks[a]!.major) || a - b);
  const taken: number[] = [];
  for (const at of order) {
    const { from, to } = boxes[at]!;
    const isFree = (other: number) => to + APART <= boxes[other]!.from || from >= boxes[other]!.to + APART;
    if (taken.every(isFree)) taken.push(at);
  }
  return boxes.map(({ over }, at) =>
    taken.includes(at) ? { x: over ? right : ticks[at]!.x, 'text-anchor': over ? 'end' : 'start' } : null,
  );
}

/** The labels of a time axis, each right of its tick; `y` is their baseline. */
export function axisLabels(
  ticks: readonly Tick[],
  scale: TimeScale,
  right: number,
  y: number,
  paint: Paint,
): SceneNode {
  const labels = legible(ticks, scale, right).flatMap(({ x, label, major }) => [
    node('line', { x1: x, x2: x, y1: y - 11, y2: y + 5, stroke: paint('--line-strong'), 'stroke-width': 1 }),
    node(
      'text',
      {
        x: x + 4,
        y,
        'font-size': SIZE,
        'font-weight': major ? 600 : 400,
        fill: paint(major ? '--ink-2' : '--ink-3'),
      },
      label,
    ),
  ]);
  return node('g', { 'aria-hidden': 'true' }, labels);
}

/** Thin lines at the ticks, stronger at years. */
export function gridLines(
  ticks: readonly Tick[],
  scale: TimeScale,
  y0: number,
  y1: number,
  paint: Paint,
): SceneNode {
  // One outline for each strength: a window of years has dozens.
  const lines = [true, false].flatMap((strong) => {
    const places = ticks.filter(({ major }) => major === strong).map(({ day }) => scale.x(day).toFixed(2));
    if (places.length === 0) return [];
    const look = { stroke: paint('--line'), ...(strong ? {} : { 'stroke-opacity': 0.55 }) };
    return [node('path', { d: places.map((x) => `M${x} ${y0}V${y1}`).join(''), ...look })];
  });
  return node('g', { 'shape-rendering': 'crispEdges' }, lines);
}
