import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Estimate } from '../../series/model';
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

/** More marks than this are drawn as one shape for each group, without links of their own: each takes two elements of the page. */
const MOST_MARKS_DRAWN = 300;

/** One coordinate system. A stack has one; panels have one for each group, all with the same scale of values. */
export interface Plot {
  readonly top: number;
  readonly height: number;
  readonly groups: readonly ActivityGroup[];
  /** The name of a panel; null where the legend names the groups. */
  readonly title: string | null;
}

/** Where everything of an activity chart stands, in pixels. */
export interface ActivityLayout {
  readonly frame: PlotFrame;
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly scale: TimeScale;
  readonly timeTicks: readonly Tick[];
  readonly valueTicks: readonly number[];
  /** The value at the upper edge of every plot. */
  readonly most: number;
  /** Ranges reach beyond the upper edge and are cut there. */
  readonly cut: boolean;
  readonly plots: readonly Plot[];
  /** True where there are too many marks to draw each by itself. */
  readonly dense: boolean;
}

const HEAD = 20;
export const TALL = 192;
const PANEL = { wide: 56, narrow: 64 } as const;
const PANEL_GAP = 12;
const PANEL_HEAD = 28;
const AXIS = 24;

function highest(values: readonly (Estimate | null)[]): number {
  return max(values, (value) => Math.max(value?.best ?? 0, value?.high ?? 0)) ?? 0;
}

/** How many marks there are to draw. */
function countMarks(data: ActivityData): number {
  return data.groups.reduce(
    (sum, { values }) => sum + data.bins.filter((_, index) => countsIn(data, values, index)).length,
    0,
  );
}

/** Ranges may take this many times the height of the highest best figure; longer ones are cut at the upper edge. */
const MOST_RANGE = 2.5;

/** What has low and high drawn: the totals of a stack, else every group. */
export function rangedValues({ mode, totals, groups }: ActivityData): readonly (Estimate | null)[] {
  return mode === 'stack' ? totals : groups.flatMap(({ values }) => values);
}

/** The largest value that has to be drawn, and whether ranges reach beyond it. */
function mostOf(data: ActivityData): { readonly value: number; readonly cut: boolean } {
  const values = rangedValues(data);
  const best = max(values, (value) => value?.best ?? 0) ?? 0;
  const high = highest(values);
  const cut = best > 0 && high > best * MOST_RANGE;
  return { value: cut ? best * MOST_RANGE : high, cut };
}

function panels(groups: readonly ActivityGroup[], narrow: boolean): readonly Plot[] {
  const [height, head] = narrow ? [PANEL.narrow, PANEL_HEAD] : [PANEL.wide, PANEL_GAP];
  return groups.map((one, index) => ({
    top: HEAD + index * (height + head) + head,
    height,
    groups: [one],
    title: one.label,
  }));
}

function plotsOf(data: ActivityData, narrow: boolean, tall: number): readonly Plot[] {
  if (data.mode === 'panels' && data.groups.length > 0) return panels(data.groups, narrow);
  return [{ top: HEAD, height: tall, groups: data.groups, title: null }];
}

/**
 * Places an activity chart of a given width; its height never depends on the width but for panels on narrow screens.
 * `tall` is the height of the plot, in pixels; panels have their own. `frame` is that of the page where none is given.
 */
export function activityLayout(
  data: ActivityData,
  width: number,
  tall = TALL,
  frame = plotFrame(width),
): ActivityLayout {
  const narrow = width < NARROW;
  const plots = plotsOf(data, narrow, tall);
  const last = plots.at(-1);
  const many = data.mode === 'panels' ? 2 : 4;
  const { value, cut } = mostOf(data);
  // Figures are written with one decimal; of what is counted whole, a part of one is no tick.
  const least = data.fractions ? 0.1 : 1;
  const most = scaleLinear([0, Math.max(least, value)], [0, 1])
    .nice(many)
    .domain()[1];
  const isTick = (tick: number) => Number.isInteger(Math.round(tick * 1e6) / 1e6 / least);
  const { from, to } = data.window;
  return {
    frame,
    width,
    height: (last ? last.top + last.height : HEAD) + AXIS,
    narrow,
    scale: timeScale(from, to, frame),
    timeTicks: timeTicks(from, to, frame),
    valueTicks: ticks(0, most ?? 1, many).filter(isTick),
    most: most ?? 1,
    cut,
    plots,
    dense: countMarks(data) > MOST_MARKS_DRAWN,
  };
}

/** The y of a value in a plot; what reaches beyond the upper edge stands at it. */
export function yOf({ top, height }: Plot, { most }: ActivityLayout, value: number): number {
  return top + height - Math.min(1, value / most) * height;
}
