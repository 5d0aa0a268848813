import { negativeBinomialTails } from './counts';
import { chiSquaredTails } from './gamma';

/** Whether counts vary more than chance alone would make them. */
export interface Dispersion {
  /** The variance of the counts over that of Poisson counts: 1 where events are independent and their rate is steady. */
  readonly index: number;
  /** Fisher's index of dispersion (1950), chi-squared with bins − 1 degrees of freedom where it is so. */
  readonly chiSquared: number;
  /** The chance of so large an index where it is so. */
  readonly p: number;
  readonly bins: number;
}

/**
 * How much the counts of bins vary against Poisson counts of one rate. `exposures`: the covered days of each bin, above zero, in any
 * unit; all alike where left out. Null with fewer than two bins or without events.
 */
export function dispersionOf(counts: readonly number[], exposures?: readonly number[]): Dispersion | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 2 || total <= 0) return null;
  const exposure = exposures?.reduce((sum, one) => sum + one, 0) ?? counts.length;
  const chiSquared = counts.reduce((sum, count, place) => {
    const expected = (total * (exposures?.[place] ?? 1)) / exposure;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const df = counts.length - 1;
  return {
    index: chiSquared / df,
    chiSquared,
    p: chiSquaredTails(chiSquared, df).upper,
    bins: counts.length,
  };
}

/**
 * How much counts vary from one bin to the next, which a change of rate now and then hardly touches: the squared differences of pairs of
 * neighbours over their sums (after von Neumann 1941), about 1 for Poisson counts whatever their rate. Bins are equally long; an odd last one is
 * left out. Null where no pair has an event.
 */
export function pairedDispersion(counts: readonly number[]): number | null {
  let [squares, total] = [0, 0];
  for (let place = 0; place + 1 < counts.length; place += 2) {
    const [a, b] = [counts[place]!, counts[place + 1]!];
    squares += (a - b) ** 2;
    total += a + b;
  }
  return total > 0 ? squares / total : null;
}

/** The slope of the log likelihood of θ, the mean being that of the counts. */
function slope(theta: number, tally: readonly number[], bins: number, mean: number): number {
  const above = tally.reduce((sum, count, j) => sum + count / (theta + j), 0);
  return above - bins * Math.log1p(mean / theta);
}

/** How many counts are above 0, 1, 2, … */
function countsAbove(counts: readonly number[]): readonly number[] {
  const most = Math.max(...counts);
  return Array.from({ length: most }, (_, j) => counts.filter((count) => count > j).length);
}

/**
 * θ of negative binomial counts, variance μ + μ²/θ, by maximum likelihood (Anscombe 1950), as R's `glm.nb`. Whole numbers. Null
 * where the counts vary no more than Poisson counts, for θ is then without bound.
 */
export function negativeBinomialTheta(counts: readonly number[]): number | null {
  const dispersion = dispersionOf(counts);
  const squares = dispersion === null ? 0 : (dispersion.index * (counts.length - 1)) / counts.length;
  if (squares <= 1) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const above = countsAbove(counts);
  let [low, high] = [1e-8, 1e8];
  while (high / low > 1 + 1e-13) {
    const middle = Math.sqrt(low * high);
    if (slope(middle, above, counts.length, mean) > 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** P(X ≥ k) of a negative binomial count with variance μ + μ²/θ. */
export function negativeBinomialAtLeast(k: number, mean: number, theta: number): number {
  return negativeBinomialTails(k - 1, theta, theta / (theta + mean)).upper;
}
