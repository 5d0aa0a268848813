import type { Stretch } from '../../../query/exposure/change-points';
import { RATE_DAYS } from '../../../query/exposure/rate';
import type { Bin } from '../../../time/bin';
import type { Day } from '../../../time/day';
import { stretchInWords } from '../../../words/chance/rates';
import { chanceBox } from '../../scene/chance-box';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import type { ActivityData } from '../data';
import { type ActivityLayout, type Plot, yOf } from '../layout';

/** Days of a usual bin: a month is as long as a twelfth of a year, so that a steady rate is a level line. */
const USUAL_DAYS: Readonly<Record<Bin, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** What a usual bin counts at a rate for 30 covered days. */
export function inUsualBin(per30: number, bin: Bin): number {
  return (per30 / RATE_DAYS) * USUAL_DAYS[bin];
}

/** The stretches of steady rate over the bars of a plot, each at what a usual bin counts at its rate, with what chance leaves open. */
export function steadySteps(
  { steps, bin }: ActivityData,
  { scale }: ActivityLayout,
  plot: Plot,
  paint: Paint,
): readonly SceneNode[] {
  if (steps === null) return [];
  const y = (per30: number) => yOf(plot, Math.min(plot.most, inUsualBin(per30, bin)));
  const x = (day: number) => scale.x(Math.min(Math.max(day, scale.from), scale.to + 1) as Day);
  const boxes = steps.stretches.map((stretch) => {
    const { from, to, interval } = stretch;
    const edges = { left: x(from), right: x(to + 1), top: y(interval.high), bottom: y(interval.low) };
    return chanceBox(edges, stretchInWords(stretch), paint);
  });
  const path = { d: pathOf(steps.stretches, x, y), fill: 'none' };
  return [
    ...boxes,
    node('path', { ...path, stroke: paint('--page'), 'stroke-width': 5, 'stroke-opacity': 0.7 }),
    node('path', { ...path, stroke: paint('--accent'), 'stroke-width': 2, 'data-steps': '' }),
  ];
}

function pathOf(
  stretches: readonly Stretch[],
  x: (day: number) => number,
  y: (per30: number) => number,
): string {
  return stretches
    .map(({ from, to, per30 }, at) => {
      const height = y(per30).toFixed(2);
      return `${at === 0 ? `M${x(from).toFixed(2)} ` : 'V'}${height}H${x(to + 1).toFixed(2)}`;
    })
    .join('');
}
