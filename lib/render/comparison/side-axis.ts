import { spanOfAll } from '../../query/compare/plan-comparison';
import type { Day } from '../../time/day';
import { formatNumber } from '../../words/figures';
import { type PlotFrame, timeScale, timeTicks } from '../axis/time-axis';
import type { Compared, ComparedSide } from './compared';

/** A tick of the axis, in pixels. */
export interface SideTick {
  readonly x: number;
  readonly label: string;
  readonly major: boolean;
}

/** Where the days of each side stand: on one axis of time, or each from its own start. */
export interface SideAxis {
  /** The x of a point in time of a side, in days with fractions. */
  readonly x: (side: ComparedSide, at: number) => number;
  readonly ticks: readonly SideTick[];
}

const MONTH = 365.25 / 12;
/** Steps of an axis that begins at the start of each period, the finest first. */
const STEPS = [
  ...[1, 2, 5, 10].map((size) => ({ days: size, size, one: 'day', many: 'days' })),
  ...[1, 3, 6].map((size) => ({ days: size * MONTH, size, one: 'month', many: 'months' })),
  ...[1, 2, 5, 10, 20, 50, 100, 500, 1000].map((size) => ({
    ...{ days: size * 365.25, size, one: 'year', many: 'years' },
  })),
];
/** Pixels that a label such as “9 months” needs. */
const ROOM = 76;

function alignedAxis({ sides }: Compared, frame: PlotFrame): SideAxis {
  const days = Math.max(1, ...sides.map(({ window: { from, to } }) => to - from + 1));
  const perDay = (frame.width - frame.left - frame.right) / days;
  const step = STEPS.find((one) => one.days * perDay >= ROOM) ?? STEPS.at(-1)!;
  const count = Math.floor(days / step.days);
  const ticks = Array.from({ length: count + 1 }, (_, at): SideTick => {
    const number = at * step.size;
    const label = at === 0 ? 'start' : `${formatNumber(number)} ${number === 1 ? step.one : step.many}`;
    return { x: frame.left + at * step.days * perDay, label, major: at === 0 };
  });
  return { x: ({ window }, at) => frame.left + (at - window.from) * perDay, ticks };
}

/** The axis of a comparison in a frame. */
export function sideAxis(compared: Compared, frame: PlotFrame): SideAxis {
  if (compared.aligned) return alignedAxis(compared, frame);
  const span = spanOfAll(compared.sides.map(({ window }) => window)) ?? { from: 0 as Day, to: 0 as Day };
  const { from, to } = span;
  const scale = timeScale(from, to, frame);
  return {
    x: (_, at) => scale.x(from) + (at - from) * scale.pixelsPerDay,
    ticks: timeTicks(from, to, frame).map(({ day, label, major }) => ({ x: scale.x(day), label, major })),
  };
}
