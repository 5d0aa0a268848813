/** Both tails of a distribution at one point, each worked out so that a small one keeps its digits. */
export interface Tails {
  /** P(X ≤ x). */
  readonly lower: number;
  /** P(X > x). */
  readonly upper: number;
}

export type Tail = keyof Tails;

/**
 * The fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method, as modified by Thompson and Barnett (1986). `term` gives aᵢ and bᵢ from
 * i = 1. Stops where a step changes nothing.
 */
export function continuedFraction(b0: number, term: (i: number) => readonly [number, number]): number {
  const tiny = 1e-300;
  let value = b0 === 0 ? tiny : b0;
  let c = value;
  let d = 0;
  for (let i = 1; i < 100_000; i++) {
    const [a, b] = term(i);
    d = b + a * d;
    d = 1 / (d === 0 ? tiny : d);
    c = b + a / c;
    if (c === 0) c = tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The point at which a continuous distribution has `p` in the named tail. `tails` and `density` are given the point on a
 * scale that runs without bounds, `density` per unit of it; the log of a tail is bent one way there, so Newton's steps on it
 * are safe, and a bracket holds them.
 */
export function pointOfTail(
  p: number,
  tail: Tail,
  start: number,
  tails: (t: number) => Tails,
  density: (t: number) => number,
): number {
  // The smaller tail has the digits.
  const small = p <= 0.5;
  const side: Tail = small ? tail : tail === 'lower' ? 'upper' : 'lower';
  const wanted = Math.log(small ? p : 1 - p);
  const rising = side === 'lower' ? 1 : -1;
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let t = start;
  for (let step = 0; step < 200; step++) {
    const value = tails(t)[side];
    const miss = (Math.log(value) - wanted) * rising;
    if (miss === 0) return t;
    if (miss > 0) high = t;
    else low = t;
    let next = t - (miss * value) / density(t);
    if (!(next > low && next < high)) next = midway(low, high, t);
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
}

/** The middle of a bracket; away from the last point, in growing steps, where one end of it is not known yet. */
function midway(low: number, high: number, t: number): number {
  if (low === Number.NEGATIVE_INFINITY) return t - Math.max(1, Math.abs(t));
  if (high === Number.POSITIVE_INFINITY) return t + Math.max(1, Math.abs(t));
  return (low + high) / 2;
}
