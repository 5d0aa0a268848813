/** Draws of counts for simulations, from one stream of numbers in [0, 1). */
export interface Draws {
  poisson(mean: number): number;
  /** A negative binomial count of variance mean + mean² / theta. */
  negativeBinomial(mean: number, theta: number): number;
  /** A count of events that come in clusters of 1 + Poisson(`more`). */
  clustered(mean: number, more: number): number;
}

export function drawsOf(next: () => number): Draws {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  /** Marsaglia and Tsang 2000. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  /** Knuth's, in steps that do not run out of digits. */
  const poisson = (mean: number): number => {
    if (mean > 200) return poisson(mean / 2) + poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = -1;
    for (let product = 1; product > limit; count++) product *= next();
    return Math.max(0, count);
  };
  return {
    poisson,
    negativeBinomial: (mean, theta) => poisson((gamma(theta) * mean) / theta),
    clustered(mean, more) {
      const clusters = poisson(mean / (1 + more));
      let count = 0;
      for (let i = 0; i < clusters; i++) count += 1 + poisson(more);
      return count;
    },
  };
}
