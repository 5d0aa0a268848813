import { settle } from '../../series/estimate';
import { isOwnKey, ownNumber } from '../../series/fields';
import { type BaseMeasure, propertyOf } from '../../series/measures';
import type { Estimate, Incident } from '../../series/model';
import type { Basis, Sum } from '../result';

/** A measure that sums what incidents report. */
export type Reported = Exclude<BaseMeasure, 'incidents'>;

/** The figure of an incident in a measure, as it counts. A number of an own field serves as all three. */
export function figureOf(incident: Incident, measure: Reported): Estimate {
  if (!isOwnKey(measure)) return settle(incident[propertyOf(measure)]);
  const number = ownNumber(incident, measure);
  return { low: number, best: number, high: number };
}

/** The parts of a sum, as they are counted. */
export interface SumParts {
  readonly matched: number;
  readonly reported: number;
  readonly open: number;
  readonly low: { readonly all: number; readonly reported: number; readonly sum: number };
  readonly best: SumParts['low'];
  readonly withoutBest: number;
  /** What the incidents that add to best count for, all together. */
  readonly weight: number;
  readonly high: number;
  /** What incidents that are not in low may take away: negative numbers, 0 where there are none. */
  readonly taken: number;
}

/** Null where there are incidents and none of them reports; 0 where there are none. */
function endOf({ all, reported, sum }: SumParts['low']): number | null {
  return all > 0 && reported === 0 ? null : sum;
}

/** The mean behind a sum: its numbers are no estimates, so it has one figure, null where nothing adds to it. */
export function meanOf({ basis }: Pick<Sum, 'basis'>): Sum {
  const mean = basis.sum === null || basis.weight === 0 ? null : basis.sum / basis.weight;
  return { low: mean, best: mean, high: mean, basis };
}

/** The sum of its parts. Nobody reports anything: all null. */
export function sumOf(parts: SumParts): Sum {
  const { matched, reported, open, low, best, withoutBest, weight, high, taken } = parts;
  const nothing = reported === 0;
  const least = endOf(low);
  const sum = nothing ? null : endOf(best);
  const basis = {
    matched,
    reported,
    sure: low.reported,
    inBest: best.all,
    added: best.reported,
    weight,
    withoutBest,
    open,
    sum,
  };
  return {
    low: nothing || least === null ? null : least + taken,
    best: isSettled(basis) ? sum : null,
    high: nothing || open > 0 ? null : high,
    basis,
  };
}

/**
 * Whether the bests of a sum can stand for it: not where fewer than half of what it adds up has a best figure.
 */
export function isSettled({ added, withoutBest }: Pick<Basis, 'added' | 'withoutBest'>): boolean {
  return withoutBest * 2 <= added;
}
