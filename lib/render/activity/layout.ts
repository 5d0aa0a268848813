import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Estimate } from '../../series/model';
import { isStacked } from '../../view/view';
import {
  NARROW,
  type PlotFrame,
  plotFrame,
  type Tick,
  type TimeScale,
  timeScale,
  timeTicks,
} from '../axis/time-axis';
import { type ActivityData, countsIn } from './data';
import type { ActivityGroup } from './groups';
import { type CalendarGrid, calendarGrid } from './modes/calendar-grid';

/** More marks than this are drawn as one shape for each group, without links of their own: each takes two elements of the page. */
const MOST_MARKS_DRAWN = 300;

/** One coordinate system. A stack has one; panels have one for each group, all with the same scale of values. */
export interface Plot {
  readonly top: number;
  readonly height: number;
  readonly groups: readonly ActivityGroup[];
  /** The name of a panel; null where the legend names the groups. */
  readonly title: string | null;
  /** The value at the upper edge, and those that are ticked. */
  readonly most: number;
  readonly ticks: readonly number[];
}

/** Where everything of an activity chart stands, in pixels. */
export interface ActivityLayout {
  readonly frame: PlotFrame;
  readonly width: number;
  readonly height: number;
  /** The room that its plots were given. */
  readonly tall: number;
  readonly narrow: boolean;
  readonly scale: TimeScale;
  readonly timeTicks: readonly Tick[];
  /** Ranges reach beyond the upper edge and are cut there. */
  readonly cut: boolean;
  /** None where the bins stand as a calendar. */
  readonly plots: readonly Plot[];
  readonly calendar: CalendarGrid | null;
  /** True where there are too many marks to draw each by itself. */
  readonly dense: boolean;
}

const HEAD = 20;
export const TALL = 192;
const PANEL = { wide: 56, narrow: 64 } as const;
const PANEL_GAP = 12;
const PANEL_HEAD = 28;
/** The height of the labels of time beneath the plots. */
export const AXIS = 24;
/** What stands above and beneath the plots of a chart, in pixels. */
export const AROUND = HEAD + AXIS;

function highest(values: readonly (Estimate | null)[]): number {
  return max(values, (value) => Math.max(value?.best ?? 0, value?.high ?? 0)) ?? 0;
}

/** How many marks there are to draw. */
export function countMarks(data: ActivityData): number {
  return data.groups.reduce(
    (sum, { values }) => sum + data.bins.filter((_, index) => countsIn(data, values, index)).length,
    0,
  );
}

/** Ranges may take this many times the height of the highest best figure; longer ones are cut at the upper edge. */
const MOST_RANGE = 2.5;

/** What has low and high drawn: the totals of a stack, else every group. */
export function rangedValues({ mode, totals, groups }: ActivityData): readonly (Estimate | null)[] {
  return isStacked(mode) ? totals : groups.flatMap(({ values }) => values);
}

/** How high a plot reaches. */
interface Reach {
  readonly most: number;
  readonly ticks: readonly number[];
  /** Whether ranges reach beyond it. */
  readonly cut: boolean;
}

/** How high a plot of these values has to reach. */
function reachOf({ mode, fractions }: ActivityData, values: readonly (Estimate | null)[]): Reach {
  const best = max(values, (value) => value?.best ?? 0) ?? 0;
  const high = highest(values);
  const cut = best > 0 && high > best * MOST_RANGE;
  const many = mode === 'panels' ? 2 : 4;
  // Figures are written with one decimal; of what is counted whole, a part of one is no tick.
  const least = fractions ? 0.1 : 1;
  const [, most = 1] = scaleLinear([0, Math.max(least, cut ? best * MOST_RANGE : high)], [0, 1])
    .nice(many)
    .domain();
  const isTick = (tick: number) => Number.isInteger(Math.round(tick * 1e6) / 1e6 / least);
  // A panel has room for its two ends.
  const all = mode === 'panels' ? [0, most] : ticks(0, most, many);
  return { most, ticks: all.filter(isTick), cut };
}

/** Panels are at least so high that they can be read; few of them share the room there is, none higher than a chart of its own. */
function panels(data: ActivityData, narrow: boolean, room: number): readonly (Plot & Reach)[] {
  const [least, head] = narrow ? [PANEL.narrow, PANEL_HEAD] : [PANEL.wide, PANEL_GAP];
  const height = Math.min(TALL, Math.max(least, Math.floor(room / data.groups.length) - head));
  const shared = reachOf(data, rangedValues(data));
  return data.groups.map((one, index) => ({
    ...(data.axis === 'one' ? shared : reachOf(data, one.values)),
    top: HEAD + index * (height + head) + head,
    height,
    groups: [one],
    title: one.label,
  }));
}

/** What is expected once all is reported needs room as well. */
function expectedValues({ late }: ActivityData): readonly Estimate[] {
  return late.map(({ estimate }) => ({ low: estimate, best: estimate, high: estimate }));
}

function plotsOf(data: ActivityData, narrow: boolean, tall: number): readonly (Plot & Reach)[] {
  if (data.mode === 'calendar') return [];
  if (data.mode === 'panels' && data.groups.length > 0) return panels(data, narrow, tall);
  const reach = reachOf(data, [...rangedValues(data), ...expectedValues(data)]);
  return [{ ...reach, top: HEAD, height: tall, groups: data.groups, title: null }];
}

/**
 * Places an activity chart of a given width; its height never depends on the width but for panels on narrow screens.
 * `tall` is the height of the plot, in pixels; panels share it, and take more where they are many. `frame` is that of the page where none is given;
 * of more than `mostMarks` none is drawn by itself.
 */
export function activityLayout(
  data: ActivityData,
  width: number,
  tall = TALL,
  frame = plotFrame(width),
  mostMarks = MOST_MARKS_DRAWN,
): ActivityLayout {
  const narrow = width < NARROW;
  const plots = plotsOf(data, narrow, tall);
  const last = plots.at(-1);
  const { from, to } = data.window;
  const calendar = data.mode === 'calendar' ? calendarGrid(data.bins, data.bin, width) : null;
  return {
    frame,
    width,
    tall,
    height: calendar ? calendar.height : (last ? last.top + last.height : HEAD) + AXIS,
    narrow,
    scale: timeScale(from, to, frame),
    timeTicks: timeTicks(from, to, frame),
    cut: plots.some(({ cut }) => cut),
    plots,
    calendar,
    dense: (calendar ? data.bins.length : countMarks(data)) > mostMarks,
  };
}

/** The y of a value in a plot; what reaches beyond the upper edge stands at it. */
export function yOf({ top, height, most }: Plot, value: number): number {
  return top + height - Math.min(1, value / most) * height;
}
