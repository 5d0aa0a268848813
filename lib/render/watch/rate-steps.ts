import type { ChangePoints } from '../../query/exposure/change-points';
import type { DaySpan } from '../../time/day';
import { node, type SceneNode } from '../scene/scene';

/** A bin of the chart: its first day, its covered days and the rate on them. */
export interface RateBin {
  readonly span: DaySpan;
  readonly per30: number;
}

const [WIDTH, HEIGHT] = [720, 160] as const;

/** The rate at the chart's top edge. */
export function topRate(bins: readonly RateBin[], { stretches }: ChangePoints): number {
  // A stretch of a few days has an interval that would leave no room for anything else.
  return Math.max(...bins.map(({ per30 }) => per30), ...stretches.map(({ per30 }) => per30 * 1.1), 1e-9);
}

/**
 * The rate of each bin as a bar, and over the bars the stretches of steady rate with their intervals. Both for 30 covered days, on one scale from 0 to
 * `topRate`. The interval is chance; the doubt in the data is not drawn here. `label` says it in words. It is stretched to the width it is given, so
 * it holds no text: the window's ends and the scale stand around it.
 */
export function rateSteps(
  bins: readonly RateBin[],
  changes: ChangePoints,
  window: DaySpan,
  label: string,
): SceneNode {
  const most = topRate(bins, changes);
  const x = (day: number) => ((day - window.from) / (window.to + 1 - window.from)) * WIDTH;
  const y = (rate: number) => (1 - Math.min(1, rate / most)) * (HEIGHT - 1);
  const at = (value: number) => Number(value.toFixed(1));
  const base = y(0);
  const bars = bins
    .filter(({ per30 }) => per30 > 0)
    .map(({ span, per30 }) => {
      const [left, right] = [at(x(span.from)), at(x(span.to + 1))];
      return `M${left} ${base}V${at(y(per30))}H${at(Math.max(left + 0.5, right - 1))}V${base}z`;
    })
    .join('');
  const bands = changes.stretches.map(({ from, to, interval }) =>
    node('rect', {
      ...{ class: 'interval', x: at(x(from)), y: at(y(interval.high)) },
      ...{ width: at(x(to + 1) - x(from)), height: at(Math.max(1, y(interval.low) - y(interval.high))) },
    }),
  );
  const steps = changes.stretches.map(({ from, to, per30 }, place) => {
    const before = changes.stretches[place - 1];
    const up = before === undefined ? '' : `M${at(x(from))} ${at(y(before.per30))}V${at(y(per30))}`;
    return `${up}M${at(x(from))} ${at(y(per30))}H${at(x(to + 1))}`;
  });
  return node(
    'svg',
    {
      ...{ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' },
      ...{ role: 'img', 'aria-label': label, class: 'rate-steps' },
    },
    [
      node('path', { class: 'bar', d: bars }),
      ...bands,
      node('path', { class: 'step', d: steps.join('') }),
      node('line', { class: 'base', x1: 0, x2: WIDTH, y1: base, y2: base }),
    ],
  );
}
