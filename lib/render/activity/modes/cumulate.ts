import { isSettled } from '../../../query/figures/sums';
import type { Basis, CellValue } from '../../../query/result';

function add(sum: number | null, value: number | null): number | null {
  return value === null ? sum : (sum ?? 0) + value;
}

function addBasis(sum: Basis | null, value: Basis | null): Basis | null {
  if (sum === null || value === null) return value ?? sum;
  const inBest = sum.inBest + value.inBest;
  const added = sum.added + value.added;
  return {
    matched: sum.matched + value.matched,
    reported: sum.reported + value.reported,
    sure: sum.sure + value.sure,
    ...{ inBest, added, weight: sum.weight + value.weight },
    withoutBest: sum.withoutBest + value.withoutBest,
    open: sum.open + value.open,
    // A bin without incidents in best adds 0, which says nothing where those of other bins add no figure.
    sum: inBest > 0 && added === 0 ? null : add(sum.sum, value.sum),
  };
}

/** Nothing is added up yet. */
const NONE_YET: CellValue = { low: null, best: null, high: null, basis: null };

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
  let sum = NONE_YET;
  return values.map((value) => {
    if (value === null) return null;
    sum = next(sum, value);
    return sum;
  });
}

/** All values added up, by the rules of running sums. */
export function sumOfBins(values: readonly CellValue[]): CellValue {
  return values.reduce(next, NONE_YET);
}
