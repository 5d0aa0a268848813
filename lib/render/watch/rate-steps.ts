import type { ChangePoints } from '../../query/exposure/change-points';
import type { Day, DaySpan } from '../../time/day';
import { formatDayText } from '../../time/format';
import { formatRate } from '../../words/chance/rates';
import { node, type SceneNode } from '../scene/scene';

/** A bin of the chart: its first day, its covered days and the rate on them. */
export interface RateBin {
  readonly span: DaySpan;
  readonly per30: number;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [720, 180, 44, 22, 10] as const;

/**
 * The rate of each bin as a bar, and over the bars the stretches of steady rate with their intervals. Both for 30 covered days, on one scale. The
 * interval is chance; the doubt in the data is not drawn here. `label` says it in words.
 */
export function rateSteps(
  bins: readonly RateBin[],
  changes: ChangePoints,
  window: DaySpan,
  label: string,
): SceneNode {
  const most = Math.max(
    ...bins.map(({ per30 }) => per30),
    // A stretch of a few days has an interval that would leave no room for anything else.
    ...changes.stretches.map(({ per30 }) => per30 * 1.1),
    1e-9,
  );
  const x = (day: number) => LEFT + ((day - window.from) / (window.to + 1 - window.from)) * (WIDTH - LEFT);
  const y = (rate: number) => TOP + (1 - Math.min(1, rate / most)) * (HEIGHT - TOP - BOTTOM);
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
  const text = (words: string, left: number, top: number, anchor: string) =>
    node('text', { x: left, y: top, 'text-anchor': anchor }, words);
  return node(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label, class: 'rate-steps' },
    [
      node('path', { class: 'bar', d: bars }),
      ...bands,
      node('path', { class: 'step', d: steps.join('') }),
      node('line', { class: 'base', x1: LEFT, x2: WIDTH, y1: base, y2: base }),
      text(formatRate(most), LEFT - 6, TOP + 8, 'end'),
      text('0', LEFT - 6, base, 'end'),
      text(formatDayText(window.from as Day), LEFT, HEIGHT - 6, 'start'),
      text(formatDayText(window.to as Day), WIDTH, HEIGHT - 6, 'end'),
    ],
  );
}
