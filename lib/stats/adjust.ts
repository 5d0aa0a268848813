/** The places of values from small to large. */
function ascending(values: readonly number[]): readonly number[] {
  return values.map((_, place) => place).sort((a, b) => values[a]! - values[b]!);
}

/**
 * p values after Holm (1979): a test is significant at a level where its adjusted p is at or below it, and the chance that any of them
 * wrongly is stays at that level, however they depend on each other. In the order given.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const adjusted: number[] = new Array(ps.length);
  let largest = 0;
  ascending(ps).forEach((place, rank) => {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[place]!));
    adjusted[place] = largest;
  });
  return adjusted;
}

/**
 * p values after Benjamini and Hochberg (1995): of the tests at or below a level, the share that is wrong is expected to stay at that
 * level, where they are independent or rise together. In the order given. `tests`: of how many these are the smallest, where the
 * others, all larger, were not kept.
 */
export function benjaminiHochberg(ps: readonly number[], tests = ps.length): readonly number[] {
  const adjusted: number[] = new Array(ps.length);
  let smallest = 1;
  const order = ascending(ps);
  for (let rank = order.length; rank > 0; rank--) {
    const place = order[rank - 1]!;
    smallest = Math.min(smallest, (tests / rank) * ps[place]!);
    adjusted[place] = smallest;
  }
  return adjusted;
}
