import { type Bin, binSpan } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import type { BinsResult, BinValue, SpellsResult } from '../result';

/** Two best counts closer than this are a tie; they are sums of shares of days. */
const TIE = 1e-9;

/** The bins with the highest best figure, ascending; each holds only what lies inside the window. */
export interface Busiest {
  readonly best: number;
  readonly bins: readonly BinValue[];
}

/** The busiest bins of a result without a split; null where no bin has a best figure above zero. */
export function busiestBins({ bins }: BinsResult): Busiest | null {
  const best = bins.reduce((most, bin) => Math.max(most, bin.best ?? 0), 0);
  if (best <= TIE) return null;
  return { best, bins: bins.filter((bin) => bin.best !== null && best - bin.best <= TIE) };
}

/** Whether some bin has figures that no best one stands for, so that none can be called the busiest. */
export function isUnsettled({ bins }: BinsResult): boolean {
  return bins.some(({ best, high, basis }) => best === null && (high !== null || (basis?.open ?? 0) > 0));
}

/** The days of a bin that lie inside the window. */
export function binInside(start: Day, bin: Bin, window: DaySpan): DaySpan {
  const { from, to } = binSpan(start, bin);
  return { from: from > window.from ? from : window.from, to: to < window.to ? to : window.to };
}

/** Days from the last incident to the end of the window: one number, or a range where its date is not known to the day. */
export interface DaysSince {
  readonly least: number;
  readonly most: number;
}

/** How long ago the last incident was on the last day of the window; null where there is none. */
export function daysSinceLast(last: SpellsResult['last'], window: DaySpan): DaysSince | null {
  return last && { least: window.to - last.latest, most: window.to - last.earliest };
}

/** The number of days of a span, both ends inclusive. */
export function daysIn({ from, to }: DaySpan): number {
  return to - from + 1;
}

/** The quiet days and the days at their ends, on which the incidents around them may have begun. */
export function aroundQuiet(quiet: DaySpan, window: DaySpan): DaySpan {
  return {
    from: Math.max(quiet.from - 1, window.from) as Day,
    to: Math.min(quiet.to + 1, window.to) as Day,
  };
}
