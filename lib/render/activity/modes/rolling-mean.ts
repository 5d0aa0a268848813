import { line } from 'd3-shape';
import { type DrawnBin, touches } from '../../../query/coverage/bin-parts';
import type { CellValue } from '../../../query/result';
import type { DaySpan } from '../../../time/day';
import type { Paint, Token } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import type { ActivityData } from '../data';
import { barSpan } from '../geometry';
import type { ActivityGroup } from '../groups';
import { type ActivityLayout, type Plot, yOf } from '../layout';

/**
 * The mean of the best figures of each bin and the ones before it, `size` in all; null where there are fewer, or where one
 * of them is a part of a bin, was not watched on all its days, or has no best figure: of those no mean is known. `missed` are
 * the stretches in which nobody looked for what is counted, beyond those of the bins.
 */
export function rollingMean(
  values: readonly (CellValue | null)[],
  bins: readonly DrawnBin[],
  size: number,
  missed: readonly DaySpan[] = [],
): readonly (number | null)[] {
  const isWhole = (bin: DrawnBin | undefined) => bin !== undefined && !bin.partial && !touches(bin, missed);
  const whole = values.map((value, index) => (isWhole(bins[index]) ? (value?.best ?? null) : null));
  return whole.map((_, index) => {
    const last = whole.slice(index + 1 - size, index + 1);
    if (index + 1 < size) return null;
    return last.reduce<number | null>(
      (sum, one) => (sum === null || one === null ? null : sum + one / size),
      0,
    );
  });
}

/** The rolling mean that is drawn at a bin, of one group or of all together; null where none is. */
export function meanAt(
  { rollMean, bins, totals }: Pick<ActivityData, 'rollMean' | 'bins' | 'totals'>,
  index: number,
  group: Pick<ActivityGroup, 'values' | 'missed'> | null,
): number | null {
  if (rollMean === null) return null;
  return rollingMean(group?.values ?? totals, bins, rollMean, group?.missed ?? [])[index] ?? null;
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

/** What the means of a plot are of. */
function meansOf(
  { mode, totals }: ActivityData,
  { groups }: Plot,
): readonly (Pick<ActivityGroup, 'values' | 'missed'> & { readonly colour: Token })[] {
  if (mode === 'lines') return groups;
  const [only] = groups;
  const own = mode === 'panels' && only !== undefined;
  return [{ values: own ? only.values : totals, missed: own ? only.missed : [], colour: '--ink' }];
}

/** Rolling means on top of the marks of a plot: of all together in a stack, else of each group. */
export function meanLines(
  data: ActivityData,
  layout: ActivityLayout,
  plot: Plot,
  paint: Paint,
): readonly SceneNode[] {
  const { rollMean, bins } = data;
  if (rollMean === null) return [];
  return meansOf(data, plot).map(({ values, missed, colour: name }) => {
    const colour = paint(name);
    const points = rollingMean(values, bins, rollMean, missed).map((mean, index): MeanPoint => {
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
