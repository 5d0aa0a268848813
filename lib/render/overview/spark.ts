import { type Bin, binSpan } from '../../time/bin';
import type { Day } from '../../time/day';
import { boxesPath } from '../scene/boxes-path';
import { node, type SceneNode } from '../scene/scene';

export interface SparkInput {
  readonly width: number;
  readonly height: number;
  readonly from: Day;
  readonly to: Day;
  readonly bin: Bin;
  readonly bins: readonly { readonly start: Day; readonly best: number | null }[];
  /** What it shows, in words. */
  readonly label: string;
}

/** A pixel to two decimals, as short as it can be written. */

/**
 * A sparkline: a bar per bin over the whole coverage, the highest bar the full height. The bars are one shape, for a page may
 * hold a hundred of these.
 */
export function sparkScene({ width, height, from, to, bin, bins, label }: SparkInput): SceneNode {
  const days = to - from + 1;
  const most = Math.max(1, ...bins.map(({ best }) => best ?? 0));
  const x = (day: number) => ((day - from) / days) * width;
  const bars = bins.map(({ start, best }) => {
    const span = binSpan(start, bin);
    const [left, right] = [x(Math.max(span.from, from)), x(Math.min(span.to, to) + 1)];
    const wide = Math.max(0.5, right - left - (right - left > 3 ? 1 : 0));
    const tall = ((best ?? 0) / most) * (height - 1);
    return { x: left, y: height - 1 - tall, width: wide, height: tall };
  });
  const base = { x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5, stroke: 'var(--line-strong)' };
  return node(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    [node('path', { d: boxesPath(bars), fill: 'var(--group-all)' }), node('line', base)],
  );
}
