import { type DrawnBin, touches } from '../../query/coverage/bin-parts';
import type { CellValue } from '../../query/result';
import { isReported } from '../../series/estimate';
import type { Estimate } from '../../series/model';
import type { TimeScale } from '../axis/time-axis';
import type { ActivityData } from './data';
import type { ActivityGroup } from './groups';
import { type ActivityLayout, type Plot, yOf } from './layout';

/** A part of a stack, or a whole bar: from one value up to another. */
export interface Segment {
  readonly group: ActivityGroup;
  readonly index: number;
  readonly base: number;
  readonly end: number;
}

/** Where a bar of a bin stands: exactly its days, less a hair's breadth to its neighbours where there is room. */
export function barSpan(scale: TimeScale, bin: Pick<DrawnBin, 'from' | 'to'>) {
  const [left, right] = [scale.x(bin.from), scale.x((bin.to + 1) as typeof bin.to)];
  const gap = right - left >= 4 ? 1 : 0;
  return { x: left + gap / 2, width: right - left - gap, left, right, middle: (left + right) / 2 };
}

/** Whether the figure of a group is that of a part of a bin: cut, not over, or not searched for it on all of its days. */
export function isPart(
  { bins }: Pick<ActivityData, 'bins'>,
  { missed }: Pick<ActivityGroup, 'missed'>,
  index: number,
): boolean {
  const bin = bins[index];
  return bin !== undefined && (bin.partial || touches(bin, missed));
}

/** Whether a figure is one of doubt alone: nothing of it is sure. */
export function isHollow({ values }: Pick<ActivityGroup, 'values'>, index: number): boolean {
  return values[index]?.low === 0;
}

/** The segments of a plot by bin, stacked in the order of the groups; those with a best figure above 0. */
export function segmentsOf(plot: Plot, bins: readonly DrawnBin[]): readonly Segment[] {
  return bins.flatMap((_, index) => {
    let base = 0;
    return plot.groups.flatMap((group) => {
      const best = group.values[index]?.best ?? 0;
      if (best <= 0) return [];
      const segment = { group, index, base, end: base + best };
      base = segment.end;
      return [segment];
    });
  });
}

/** What the whiskers of a plot bound: the total of a stack, the group of a panel. */
export function boundedValues(data: ActivityData, plot: Plot): readonly (Estimate | null)[] {
  const [only] = plot.groups;
  return data.mode === 'panels' && only ? only.values : data.totals;
}

/** Where a point of a line stands: the middle of its bin, or its end in a running total. */
function pointX(data: ActivityData, scale: TimeScale, bin: DrawnBin): number {
  const { middle, right } = barSpan(scale, bin);
  return data.mode === 'cumulative' ? right : middle;
}

/** A point of a line with its bounds, in pixels. */
export interface LinePoint {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** The unbroken runs of points of a group. A bin without a figure breaks the line. */
export function runsOf(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  group: ActivityGroup,
): readonly (readonly LinePoint[])[] {
  const runs: LinePoint[][] = [[]];
  for (const [index, bin] of data.bins.entries()) {
    const value = group.values[index];
    const best = value?.best ?? null;
    if (value === undefined || value === null || best === null) {
      if (runs.at(-1)?.length !== 0) runs.push([]);
      continue;
    }
    const y = (figure: number) => yOf(plot, figure);
    runs.at(-1)?.push({
      index,
      x: pointX(data, layout.scale, bin),
      y: y(best),
      low: y(value.low ?? best),
      high: y(value.high ?? best),
    });
  }
  return runs.filter((run) => run.length > 0);
}

/** The radius of the points of a line: smaller where bins are narrow, so that points do not hide the line. */
export function pointRadius({ bins }: Pick<ActivityData, 'bins'>, { frame, width }: ActivityLayout): number {
  const perBin = (width - frame.left - frame.right) / Math.max(1, bins.length);
  return Math.min(2.5, Math.max(1, perBin / 4));
}

/** The bins in which incidents are counted but no figure is reported; a range without a best figure is one. */
export function unreportedBins(values: readonly (CellValue | null)[]): readonly number[] {
  return values.flatMap((value, index) =>
    value !== null && !isReported(value) && value.basis?.matched !== 0 ? [index] : [],
  );
}

/** Whether lines lead to and from parts of bins: a running total does not fall there, all others would seem to. */
export function joinsParts({ mode }: Pick<ActivityData, 'mode'>): boolean {
  return mode === 'cumulative';
}
