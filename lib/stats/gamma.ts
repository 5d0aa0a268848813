import { halfDeviance, logFactorial, stirlingError } from './log-gamma';
import { continuedFraction, pointOfTail, type Tail, type Tails } from './tails';

/**
 * x^a e^−x / Γ(a + 1), a > 0, x > 0: the probability of `a` events where `x` are expected, also between whole numbers (Loader 2000).
 */
function poissonTerm(a: number, x: number): number {
  if (a < 15) return Math.exp(a * Math.log(x) - x - logFactorial(a));
  return Math.exp(-stirlingError(a) - halfDeviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, for x below a + 1. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/**
 * Both tails of a gamma variate of shape `a` and rate 1 at `x`: the regularized incomplete gamma functions P(a, x) and Q(a, x).
 * Abramowitz and Stegun 6.5.29 below a + 1, 6.5.31 above. Relative error of the smaller one about 1e-13 for shapes up to 200,000.
 */
export function gammaTails(x: number, a: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const term = poissonTerm(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, term * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(
    1,
    (term * a) / continuedFraction(x + 1 - a, (i) => [i * (a - i), x + 1 - a + 2 * i]),
  );
  return { lower: 1 - upper, upper };
}

/** The x at which a gamma variate of shape `a` and rate 1 has `p` in the named tail; 0 < p < 1. */
export function gammaQuantile(p: number, a: number, tail: Tail = 'lower'): number {
  const t = pointOfTail(
    p,
    tail,
    Math.log(a),
    (at) => gammaTails(Math.exp(at), a),
    (at) => a * poissonTerm(a, Math.exp(at)),
  );
  return Math.exp(t);
}

/** Both tails of chi-squared with `df` degrees of freedom at `x`. */
export function chiSquaredTails(x: number, df: number): Tails {
  return gammaTails(x / 2, df / 2);
}

/** The quantile of chi-squared with `df` degrees of freedom. */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return 2 * gammaQuantile(p, df / 2, tail);
}
