import type { DaySpan } from '../../time/day';
import { boxesPath } from '../scene/boxes-path';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { Compared, ComparedSide } from './compared';

/** The figure that is the full height of every sparkline, so that sides can be compared by eye. */
export function sparkMost({ sides }: Compared): number {
  return Math.max(1, ...sides.flatMap(({ values }) => values.map((value) => value?.best ?? 0)));
}

/** The bins of a side as bars over the days of its window, all sides on one scale; hollow is what nobody searched. */
export function sideSpark(
  side: ComparedSide,
  size: { readonly width: number; readonly height: number },
  most: number,
  paint: Paint,
): SceneNode {
  const { from, to }: DaySpan = side.window;
  const x = (day: number) => ((day - from) / Math.max(1, to - from + 1)) * size.width;
  const px = (value: number) => String(Math.round(value * 100) / 100);
  const bars = side.bins.map((bin, at) => {
    const tall = ((side.values[at]?.best ?? 0) / most) * (size.height - 1);
    const wide = Math.max(0.5, x(bin.to + 1) - x(bin.from) - (x(bin.to + 1) - x(bin.from) > 3 ? 0.5 : 0));
    return { x: x(bin.from), y: size.height - 1 - tall, width: wide, height: tall };
  });
  // One line for each stretch of bins that were searched, of which there may be one for each day.
  const isKnown = (at: number) => (side.values[at] ?? null) !== null;
  const base = side.bins.flatMap(({ from: start, to: end }, at) =>
    isKnown(at)
      ? [
          ...(isKnown(at - 1) ? [] : [`M${px(x(start))},${px(size.height - 0.5)}`]),
          ...(isKnown(at + 1) ? [] : [`H${px(x(end + 1))}`]),
        ]
      : [],
  );
  return node('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'aria-hidden': 'true' }, [
    node('path', { d: base.join(''), stroke: paint('--line-strong') }),
    node('path', { d: boxesPath(bars), fill: paint(side.colour) }),
  ]);
}
