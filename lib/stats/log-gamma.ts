/** ln √(2π). */
const LOG_ROOT_TWO_PI = 0.9189385332046728;
/** From here on the series of Stirling's error is exact to the last digit. */
const ASYMPTOTIC = 15;

/** The error of Stirling's formula for ln n!, n ≥ {@link ASYMPTOTIC}, by its asymptotic series. */
function stirlingSeries(n: number): number {
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}

/** ln Γ(x + 1), x > −1; absolute error about 1e-14 near its zeros, relative elsewhere. */
export function logFactorial(x: number): number {
  let product = 1;
  let m = x;
  while (m < ASYMPTOTIC) {
    m += 1;
    product *= m;
  }
  return (m + 0.5) * Math.log(m) - m + LOG_ROOT_TWO_PI + stirlingSeries(m) - Math.log(product);
}

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  return x < 1 ? logFactorial(x) - Math.log(x) : logFactorial(x - 1);
}

/** ln n! less Stirling's formula for it, n > 0 (Loader 2000, “Fast and accurate computation of binomial probabilities”). */
export function stirlingError(n: number): number {
  if (n >= ASYMPTOTIC) return stirlingSeries(n);
  return logFactorial(n) - (n + 0.5) * Math.log(n) + n - LOG_ROOT_TWO_PI;
}

/**
 * x ln(x / m) + m − x without the loss of digits where x is near m; x and m above 0 (Loader 2000). The deviance of a
 * Poisson count is twice this.
 */
export function halfDeviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let odd = 3; odd < 2000; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}
