import { selectedDays } from '../../query/plan/filter';
import type { Selection, View } from '../../view/view';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { segmentBoxes } from './bars';
import type { ActivityData } from './data';
import { countsIn } from './data';
import { barSpan, runsOf } from './geometry';
import type { ActivityLayout, Plot } from './layout';
import { isLined } from './marks';
import type { CalendarGrid } from './modes/calendar-grid';
import { markSelection } from './selection';

/** The bins of a chart that a selection is of, by index; in a running total the last one. */
export function selectedBins(data: ActivityData, select: Selection): readonly number[] {
  const days = selectedDays(select, data.window);
  const inside = data.bins.flatMap(({ from, to }, index) =>
    from <= days.to && to >= days.from ? [index] : [],
  );
  return data.mode === 'cumulative' ? inside.slice(-1) : inside;
}

/** The groups that a selection names, by index; null where it is of all. */
function selectedGroups(data: ActivityData, view: View, { groups }: Selection): readonly number[] | null {
  if (groups.length === 0) return null;
  const [bin] = data.bins;
  if (!bin) return [];
  const wanted = groups.join('\n');
  return data.groups.flatMap((group, index) =>
    markSelection(view, data, bin, group).groups.join('\n') === wanted ? [index] : [],
  );
}

/** A frame around the selected days of one plot. */
function frameOf(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  bins: readonly number[],
  paint: Paint,
) {
  const [first, last] = [data.bins[bins[0] ?? -1], data.bins[bins.at(-1) ?? -1]];
  if (!first || !last) return [];
  const [x, right] = [barSpan(layout.scale, first).left, barSpan(layout.scale, last).right];
  const box = { x: x - 1, y: plot.top, width: Math.max(3, right - x + 2), height: plot.height + 1 };
  const look = { fill: 'none', stroke: paint('--accent'), 'stroke-width': 2 };
  return [node('rect', { ...box, ...look })];
}

/** Frames around the selected cells of a calendar. */
function cellFrames(
  { cells, cell }: CalendarGrid,
  bins: readonly number[],
  paint: Paint,
): readonly SceneNode[] {
  const look = { fill: 'none', stroke: paint('--accent'), 'stroke-width': 2, rx: 3 };
  return bins
    .flatMap((index) => cells[index] ?? [])
    .map(({ x, y }) => node('rect', { x, y, ...cell, ...look }));
}

/** Outlines around the marks of a group in the selected days. */
function outlines(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  at: { readonly bins: readonly number[]; readonly groups: readonly number[] },
  paint: Paint,
): readonly SceneNode[] {
  const look = { fill: 'none', stroke: paint('--ink'), 'stroke-width': 2 };
  const chosen = at.groups.flatMap((index) => data.groups[index] ?? []);
  if (!isLined(data.mode)) {
    return segmentBoxes(data, layout, plot)
      .filter(({ segment }) => at.bins.includes(segment.index) && chosen.includes(segment.group))
      .map(({ box }) => node('rect', { ...box, ...look }));
  }
  return chosen
    .filter((group) => plot.groups.includes(group))
    .flatMap((group) =>
      runsOf(data, layout, plot, group)
        .flat()
        .filter(({ index }) => at.bins.includes(index) && countsIn(data, group.values, index))
        .map(({ x, y }) => node('circle', { cx: x, cy: y, r: 6, ...look })),
    );
}

/** How what is selected is marked in a chart: a frame around its days, outlines around the marks of its group. Empty where nothing is. */
export function selectedMarks(
  data: ActivityData,
  layout: ActivityLayout,
  view: View,
  paint: Paint,
): readonly SceneNode[] {
  const { select } = view;
  if (select === null) return [];
  const bins = selectedBins(data, select);
  if (layout.calendar !== null) return cellFrames(layout.calendar, bins, paint);
  const groups = selectedGroups(data, view, select);
  const own = groups?.flatMap((index) => data.groups[index] ?? []);
  return layout.plots
    .filter(
      (plot) => own === undefined || data.mode !== 'panels' || plot.groups.some((one) => own.includes(one)),
    )
    .flatMap((plot) => [
      ...frameOf(data, layout, plot, bins, paint),
      ...(groups === null || data.mode === 'panels'
        ? []
        : outlines(data, layout, plot, { bins, groups }, paint)),
    ]);
}
