import { binomialTails, negativeBinomialTails } from './counts';
import { logFactorial, logGamma } from './log-gamma';
import type { Observed } from './rate-ratio';

/** How many events a stretch has, and how long it is, in the unit of the baseline's exposure. */
interface Stretch extends Observed {}

/** The chances of at least and of at most so many events, given what else is known. */
export interface AtLeastAtMost {
  /** P(X ≥ count). */
  readonly atLeast: number;
  /** P(X ≤ count). */
  readonly atMost: number;
}

/**
 * The chances of a stretch whose Poisson rate is known from a baseline and Jeffreys' Gamma(½) prior alone: negative binomial.
 * Exact where the rate is drawn from the prior.
 */
export function gammaPredictive(stretch: Stretch, baseline: Observed): AtLeastAtMost {
  const chance = baseline.exposure / (baseline.exposure + stretch.exposure);
  const tails = (k: number) => negativeBinomialTails(k, baseline.count + 0.5, chance);
  return { atLeast: tails(stretch.count - 1).upper, atMost: tails(stretch.count).lower };
}

/**
 * The chances that, of all events of a stretch and its baseline, so many fall into the stretch, where both have one rate: exact at any
 * rate. Binomial for Poisson counts (`dispersion` 1). Where the variance of counts is `dispersion` times their mean, whatever the length
 * they are counted over, it is beta-binomial: negative binomial counts of one chance, given their sum. Whole numbers; exposures above 0.
 */
export function conditionalPredictive(stretch: Stretch, baseline: Observed, dispersion = 1): AtLeastAtMost {
  const n = stretch.count + baseline.count;
  const share = stretch.exposure / (stretch.exposure + baseline.exposure);
  if (dispersion <= 1 || n === 0) {
    return {
      atLeast: binomialTails(stretch.count - 1, n, share).upper,
      atMost: binomialTails(stretch.count, n, share).lower,
    };
  }
  // The rate of the baseline, as if half an event more had happened, so that none of them does not mean a rate of zero.
  const size = (baseline.count + 0.5) / baseline.exposure / (dispersion - 1);
  return betaBinomial(stretch.count, n, size * stretch.exposure, size * baseline.exposure);
}

/** Both tails of a beta-binomial count, each with the count itself in it, summed away from it. */
export function betaBinomial(k: number, n: number, a: number, b: number): AtLeastAtMost {
  const at = Math.exp(
    logFactorial(n) -
      logFactorial(k) -
      logFactorial(n - k) +
      logGamma(k + a) +
      logGamma(n - k + b) -
      logGamma(n + a + b) -
      (logGamma(a) + logGamma(b) - logGamma(a + b)),
  );
  const step = (j: number) => ((n - j) * (j + a)) / ((j + 1) * (n - j - 1 + b));
  let [term, above] = [at, 0];
  for (let j = k; j < n; j++) {
    term *= step(j);
    above += term;
    if (term < above * 1e-17 && step(j) < 1) break;
  }
  let below = 0;
  term = at;
  for (let j = k - 1; j >= 0; j--) {
    term /= step(j);
    below += term;
    if (term < below * 1e-17 && step(j) > 1) break;
  }
  return { atLeast: Math.min(1, at + above), atMost: Math.min(1, at + below) };
}
