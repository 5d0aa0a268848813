/** A seeded stream of numbers in [0, 1): mulberry32, by Tommy Ettinger, in the public domain. Same seed, same stream. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws of what a generator needs, from one stream. */
export interface Dice {
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** A rank from 0 up to, not including, `size`, of which each comes 1/(rank + 1) as often as the first: Zipf. */
  zipf(size: number): number;
}

/** Dice on a stream. The sums for {@link Dice.zipf} are kept for each size asked for. */
export function diceOf(next: () => number): Dice {
  const sums = new Map<number, Float64Array>();
  const sumsOf = (size: number): Float64Array => {
    const known = sums.get(size);
    if (known) return known;
    const made = new Float64Array(size);
    for (let rank = 0, sum = 0; rank < size; rank++) {
      sum += 1 / (rank + 1);
      made[rank] = sum;
    }
    sums.set(size, made);
    return made;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    chance: (probability) => next() < probability,
    below,
    pick<T>(list: readonly T[]): T {
      return list[below(list.length)] as T;
    },
    zipf(size) {
      const cumulated = sumsOf(size);
      const target = next() * (cumulated[size - 1] ?? 0);
      let [low, high] = [0, size - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cumulated[middle] ?? 0) > target) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
