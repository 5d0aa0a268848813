import type { Basis, CellValue } from '../query/result';
import { isSettled } from '../query/sums';

function add(sum: number | null, value: number | null): number | null {
  return value === null ? sum : (sum ?? 0) + value;
}

function addBasis(sum: Basis | null, value: Basis | null): Basis | null {
  if (sum === null || value === null) return value ?? sum;
  return {
    matched: sum.matched + value.matched,
    reported: sum.reported + value.reported,
    inBest: sum.inBest + value.inBest,
    added: sum.added + value.added,
    withoutBest: sum.withoutBest + value.withoutBest,
    open: sum.open + value.open,
    sum: add(sum.sum, value.sum),
  };
}

/** A running sum and one value more. Its best can stand where that of the sum of both could; once open, it stays open. */
function next(sum: CellValue, value: CellValue): CellValue {
  const basis = addBasis(sum.basis, value.basis);
  const best = basis === null ? add(sum.best, value.best) : basis.sum;
  return {
    low: add(sum.low, value.low),
    best: basis === null || isSettled(basis) ? best : null,
    high: basis !== null && basis.open > 0 ? null : add(sum.high, value.high),
    basis,
  };
}

/**
 * Running sums: of best, and apart from it of low and of high, which so stay bounds. What is not reported adds nothing;
 * a sum is null until something is reported. Bins that were not watched stay null, and the sum goes on after them.
 */
export function cumulate(values: readonly (CellValue | null)[]): readonly (CellValue | null)[] {
  let sum: CellValue = { low: null, best: null, high: null, basis: null };
  return values.map((value) => {
    if (value === null) return null;
    sum = next(sum, value);
    return sum;
  });
}
