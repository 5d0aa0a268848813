import type { Estimate } from '../series/model';

function add(sum: number | null, value: number | null): number | null {
  return value === null ? sum : (sum ?? 0) + value;
}

/**
 * Running sums: of best, and apart from it of low and of high, which so stay bounds. What is not reported adds nothing;
 * a sum is null until something is reported. Bins that were not watched stay null, and the sum goes on after them.
 */
export function cumulate(values: readonly (Estimate | null)[]): readonly (Estimate | null)[] {
  let sum: Estimate = { low: null, best: null, high: null };
  return values.map((value) => {
    if (value === null) return null;
    // Without high nobody reports anything in that bin: low and best, if any, are 0 for no incidents.
    if (value.high === null) return sum;
    sum = { low: add(sum.low, value.low), best: add(sum.best, value.best), high: add(sum.high, value.high) };
    return sum;
  });
}
