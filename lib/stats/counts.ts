import { betaTails } from './beta';
import { gammaTails } from './gamma';
import type { Tails } from './tails';

/** Both tails of a Poisson count of mean `mean` at the whole number `k`: P(X ≤ k) and P(X > k). */
export function poissonTails(k: number, mean: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  const { lower, upper } = gammaTails(mean, k + 1);
  return { lower: upper, upper: lower };
}

/** Both tails of the successes among `n` trials of chance `p`, at the whole number `k`. */
export function binomialTails(k: number, n: number, p: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = betaTails(p, k + 1, n - k);
  return { lower: upper, upper: lower };
}

/** Both tails of a negative binomial count at the whole number `k`: `size` > 0, `p` the chance of success, mean size·(1 − p)/p. */
export function negativeBinomialTails(k: number, size: number, p: number): Tails {
  return k < 0 ? { lower: 0, upper: 1 } : betaTails(p, size, k + 1);
}

/** The smallest whole number whose lower tail reaches `p`, by doubling and halving. */
function quantileOf(p: number, tails: (k: number) => Tails): number {
  // A tail that equals p up to rounding has reached it, as in R.
  const reached = (k: number) => tails(k).lower >= p * (1 - 64 * Number.EPSILON);
  let high = 1;
  while (!reached(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The smallest count with P(X ≤ k) ≥ p, 0 < p < 1, of a Poisson count. */
export function poissonQuantile(p: number, mean: number): number {
  return quantileOf(p, (k) => poissonTails(k, mean));
}

export function binomialQuantile(p: number, n: number, chance: number): number {
  return quantileOf(p, (k) => binomialTails(k, n, chance));
}

export function negativeBinomialQuantile(p: number, size: number, chance: number): number {
  return quantileOf(p, (k) => negativeBinomialTails(k, size, chance));
}
