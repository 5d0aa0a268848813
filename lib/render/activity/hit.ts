import type { ActivityData } from './data';
import { runsOf, segmentsOf } from './geometry';
import { type ActivityLayout, type Plot, yOf } from './layout';
import { isLined } from './marks';

/** How far from a point of a line a pointer still means it, in pixels. */
const REACH = 8;

function barAt(data: ActivityData, _layout: ActivityLayout, plot: Plot, index: number, y: number) {
  const hit = segmentsOf(plot, data.bins).find(
    (one) => one.index === index && y >= yOf(plot, one.end) && y <= yOf(plot, one.base),
  );
  return hit?.group ?? null;
}

function pointAt(data: ActivityData, layout: ActivityLayout, plot: Plot, index: number, y: number) {
  const points = plot.groups.flatMap((group) =>
    runsOf(data, layout, plot, group)
      .flat()
      .filter((one) => one.index === index)
      .map((one) => ({ group, far: Math.abs(one.y - y) })),
  );
  const [nearest] = points.sort((a, b) => a.far - b.far);
  return nearest !== undefined && nearest.far <= REACH ? nearest.group : null;
}

/** The group whose mark in a bin is at a height of the drawing, as its index; null where there is none. For marks that are no elements of their own. */
export function groupAt(data: ActivityData, layout: ActivityLayout, index: number, y: number): number | null {
  const plot = layout.plots.find(({ top, height }) => y >= top && y <= top + height);
  if (plot === undefined) return null;
  const hit = (isLined(data.mode) ? pointAt : barAt)(data, layout, plot, index, y);
  return hit === null ? null : data.groups.indexOf(hit);
}
