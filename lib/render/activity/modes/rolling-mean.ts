import { line } from 'd3-shape';
import type { DrawnBin } from '../../../query/coverage/bin-parts';
import type { CellValue } from '../../../query/result';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import type { ActivityData } from '../data';
import { barSpan } from '../geometry';
import { type ActivityLayout, type Plot, yOf } from '../layout';

/**
 * The mean of the best figures of each bin and the ones before it, `size` in all; null where there are fewer, or where one
 * of them is a part of a bin, was not watched, or has no best figure: of those no mean is known.
 */
export function rollingMean(
  values: readonly (CellValue | null)[],
  bins: readonly DrawnBin[],
  size: number,
): readonly (number | null)[] {
  const whole = values.map((value, index) => (bins[index]?.partial === false ? (value?.best ?? null) : null));
  return whole.map((_, index) => {
    const last = whole.slice(index + 1 - size, index + 1);
    if (index + 1 < size) return null;
    return last.reduce<number | null>(
      (sum, one) => (sum === null || one === null ? null : sum + one / size),
      0,
    );
  });
}

interface MeanPoint {
  readonly x: number;
  readonly y: number | null;
}

const meanPath = line<MeanPoint>(
  ({ x }) => x,
  ({ y }) => y ?? 0,
)
  .defined(({ y }) => y !== null)
  .digits(2);

/** Rolling means on top of the marks of a plot: of all together in a stack, else of each group. */
export function meanLines(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  paint: Paint,
): readonly SceneNode[] {
  const { rollMean, mode, bins } = data;
  if (rollMean === null) return [];
  const lines =
    mode === 'lines'
      ? plot.groups.map(({ values, colour }) => ({ values, colour: paint(colour) }))
      : [
          {
            values: mode === 'panels' ? (plot.groups[0]?.values ?? []) : data.totals,
            colour: paint('--ink'),
          },
        ];
  return lines.map(({ values, colour }) => {
    const points = rollingMean(values, bins, rollMean).map((mean, index): MeanPoint => {
      const bin = bins[index]!;
      return { x: barSpan(layout.scale, bin).middle, y: mean === null ? null : yOf(plot, mean) };
    });
    const d = meanPath(points) ?? '';
    const look = { d, fill: 'none', 'stroke-linejoin': 'round' };
    return node('g', {}, [
      node('path', { ...look, stroke: paint('--page'), 'stroke-width': 5, 'stroke-opacity': 0.7 }),
      node('path', { ...look, stroke: colour, 'stroke-width': 2.5 }),
    ]);
  });
}
