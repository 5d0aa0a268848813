import { studentQuantile } from './beta';
import { gammaQuantile } from './gamma';

/** The share of repetitions in which an interval holds the truth, where nothing else is asked for. */
export const LEVEL = 0.95;

/** A confidence interval: sampling uncertainty alone, whatever doubt the data hold. `high` is null where nothing bounds it. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The exact central interval for the mean of a Poisson count (Garwood 1936): `count` events, a whole number or, where dates are
 * spread over days, one between them. In events; divided by an exposure it is the interval of a rate.
 */
export function garwood(count: number, level = LEVEL): Required<Interval> & { readonly high: number } {
  const tail = (1 - level) / 2;
  return {
    low: count > 0 ? gammaQuantile(tail, count) : 0,
    high: gammaQuantile(tail, count + 1, 'upper'),
  };
}

/**
 * The interval for the mean of counts that vary `dispersion` times as much as a Poisson count does: quasi-Poisson on the log scale, with
 * Student's t of `bins` − 1 degrees of freedom (McCullagh and Nelder 1989, 6.2.3). In events; null without any.
 */
export function quasiPoisson(
  count: number,
  dispersion: number,
  bins: number,
  level = LEVEL,
): (Interval & { readonly high: number }) | null {
  if (count <= 0 || bins < 2) return null;
  const width = studentQuantile((1 - level) / 2, bins - 1) * Math.sqrt(dispersion / count);
  return { low: count * Math.exp(-width), high: count * Math.exp(width) };
}
