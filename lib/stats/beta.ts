import { halfDeviance, stirlingError } from './log-gamma';
import { continuedFraction, pointOfTail, type Tail, type Tails } from './tails';

/** Γ(a + b) / (Γ(a) Γ(b)) · x^a · y^b with y = 1 − x; a, b > 0 (Loader 2000, also between whole numbers). */
function betaTerm(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - halfDeviance(a, n * x) - halfDeviance(b, n * y);
  return Math.exp(log) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** The fraction of Abramowitz and Stegun 26.5.8 for the lower tail, which converges fast for x below a / (a + b). */
function fraction(x: number, a: number, b: number): number {
  return continuedFraction(1, (i) => {
    const m = i >> 1;
    const odd = i % 2 === 1;
    const top = odd ? -(a + m) * (a + b + m) : m * (b - m);
    const at = a + 2 * m;
    return [(top * x) / (odd ? at * (at + 1) : (at - 1) * at), 1];
  });
}

function tailsAt(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const term = betaTerm(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, term / (a * fraction(x, a, b)));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term / (b * fraction(y, b, a)));
  return { lower: 1 - upper, upper };
}

/** Both tails of a beta variate at `x` in 0 to 1: the regularized incomplete beta function and its complement. */
export function betaTails(x: number, a: number, b: number): Tails {
  return tailsAt(x, 1 - x, a, b);
}

/** A share and what is left of it, each with its own digits. */
interface Share {
  readonly x: number;
  readonly y: number;
}

/** The share of given log odds. */
function shareOf(logOdds: number): Share {
  const rest = Math.exp(-Math.abs(logOdds));
  const [large, small] = [1 / (1 + rest), rest / (1 + rest)];
  return logOdds > 0 ? { x: large, y: small } : { x: small, y: large };
}

/** The share at which a beta variate has `p` in the named tail, 0 < p < 1, with what is left of it. */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): Share {
  const at = pointOfTail(
    p,
    tail,
    Math.log(a / b),
    (t) => {
      const { x, y } = shareOf(t);
      return tailsAt(x, y, a, b);
    },
    (t) => {
      const { x, y } = shareOf(t);
      return betaTerm(x, y, a, b);
    },
  );
  return shareOf(at);
}

/** The quantile of Student's t with `df` degrees of freedom for an upper tail `p` below ½. */
export function studentQuantile(p: number, df: number): number {
  const { x, y } = betaQuantile(2 * p, df / 2, 0.5);
  return Math.sqrt((df * y) / x);
}
