import { betaQuantile, betaTails } from './beta';
import { type Interval, LEVEL } from './intervals';

/** Events within an exposure: covered days, or people, in any unit that is the same on both sides; above zero. */
export interface Observed {
  readonly count: number;
  readonly exposure: number;
}

/** How many times as high the first of two rates is. */
export interface RateRatio extends Interval {
  /** Null where the second had no event, so that no number can stand for it. */
  readonly ratio: number | null;
  /** Twice the smaller tail, at most 1: below 1 − level where and only where the interval leaves out 1. */
  readonly p: number;
}

/**
 * The ratio of two Poisson rates, with the exact interval given the sum of both counts (Przyborowski and Wilenski 1940; Clopper and
 * Pearson 1934) and the central p that belongs to it (Fay 2010). `dispersion` above 1 divides both counts, as in quasi-likelihood: the
 * interval is then that of so many independent events. Null without any event or without an exposure.
 */
export function rateRatio(
  first: Observed,
  second: Observed,
  dispersion = 1,
  level = LEVEL,
): RateRatio | null {
  const [a, b] = [first.count / dispersion, second.count / dispersion];
  if (!(a + b > 0 && first.exposure > 0 && second.exposure > 0)) return null;
  const scale = second.exposure / first.exposure;
  const tail = (1 - level) / 2;
  const odds = ({ x, y }: { readonly x: number; readonly y: number }) => (x / y) * scale;
  const expected = first.exposure / (first.exposure + second.exposure);
  const atMost = b > 0 ? betaTails(expected, a + 1, b).upper : 1;
  const atLeast = a > 0 ? betaTails(expected, a, b + 1).lower : 1;
  return {
    ratio: b > 0 ? (a / b) * scale : null,
    low: a > 0 ? odds(betaQuantile(tail, a, b + 1)) : 0,
    high: b > 0 ? odds(betaQuantile(tail, a + 1, b, 'upper')) : null,
    p: Math.min(1, 2 * Math.min(atMost, atLeast)),
  };
}
