import { negativeBinomialQuantile, negativeBinomialTails } from './counts';
import { LEVEL } from './intervals';

/** Events that were reported so far, by when they happened and how much later they were reported, both in the same unit. */
export interface Report {
  /** From 0; the last one is now. */
  readonly happened: number;
  /** From 0. */
  readonly delay: number;
  readonly count: number;
}

/**
 * The share of events that are reported after each delay, from 0 to `longest`, by which all are. From events that are still being reported, by the hazards of
 * delays looked at backwards, so that those that nobody can have reported yet bend nothing (Lawless 1994; Kalbfleisch and Lawless 1989).
 * Null without any report. `now`: the last time at which something can have been reported.
 */
export function reportedShares(
  reports: readonly Report[],
  now: number,
  longest: number,
): readonly number[] | null {
  const known = reports.filter(({ happened, delay }) => delay <= longest && happened + delay <= now);
  if (known.length === 0) return null;
  const shares: number[] = new Array(longest + 1).fill(1);
  for (let delay = longest; delay > 0; delay--) {
    // Only what is old enough to have been reported so late can tell.
    const old = known.filter(({ happened }) => now - happened >= delay);
    const upTo = sum(old.filter((one) => one.delay <= delay));
    const at = sum(old.filter((one) => one.delay === delay));
    shares[delay - 1] = upTo > 0 ? shares[delay]! * (1 - at / upTo) : shares[delay]!;
  }
  return shares;
}

function sum(reports: readonly { readonly count: number }[]): number {
  return reports.reduce((all, { count }) => all + count, 0);
}

/** What is known beforehand of the count of a bin: that of the series as a whole. */
export interface UsualCount {
  readonly mean: number;
  /** θ: variance mean + mean² / θ. Small where counts differ much. */
  readonly size: number;
}

/** How many events a bin will have once all are reported. */
export interface FinalCount {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many events a bin will have, of which `reported` are known and a share of `share` is reported by now. The rate of the bin is gamma around what is
 * usual, so that “nothing yet” is not taken for zero; what is still to come is then negative binomial. A share of 1: nothing is.
 */
export function finalCount(reported: number, share: number, usual: UsualCount, level = LEVEL): FinalCount {
  if (share >= 1 || usual.mean <= 0) return { estimate: reported, low: reported, high: reported };
  const shape = usual.size + reported;
  const rate = usual.size / usual.mean + share;
  const chance = rate / (rate + 1 - share);
  const tail = (1 - level) / 2;
  const quantile = (p: number) =>
    negativeBinomialTails(0, shape, chance).lower >= p ? 0 : negativeBinomialQuantile(p, shape, chance);
  return {
    estimate: reported + (shape * (1 - share)) / rate,
    low: reported + quantile(tail),
    high: reported + quantile(1 - tail),
  };
}
