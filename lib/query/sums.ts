import { isReported, NOT_REPORTED, pointOf, settle } from '../series/estimate';
import { type Aggregate, isOwnKey, ownNumber } from '../series/fields';
import type { Estimate, Incident, Measure } from '../series/model';
import type { Basis, CellValue, Count, Sum } from './result';

/** A measure that sums what incidents report. */
export type Reported = Exclude<Measure, 'incidents'>;

/** The figure of an incident in a measure, as it counts. A number of an own field serves as all three. */
export function figureOf(incident: Incident, measure: Reported): Estimate {
  if (!isOwnKey(measure)) return settle(incident[measure]);
  const number = ownNumber(incident, measure);
  return { low: number, best: number, high: number };
}

/** How one incident counts in one cell: `weight` is its share of best, and 0 where it does not stand in best. */
export interface Contribution {
  readonly incident: Incident;
  readonly weight: number;
  readonly inLow: boolean;
}

/**
 * Adds numbers up so that the same ones in the same order give the same bits: whole numbers apart, which are exact in any
 * order, and then the fractions.
 */
export class SteadySum {
  #whole = 0;
  #fractions = 0;

  add(value: number): void {
    if (Number.isInteger(value)) this.#whole += value;
    else this.#fractions += value;
  }

  get value(): number {
    return this.#whole + this.#fractions;
  }
}

/** Low, best and high of a set of incidents, each already in high. */
export function countIncidents(all: readonly Contribution[]): Count {
  const tally = new CountTally();
  for (const one of all) tally.add(one);
  return tally.value();
}

/** What adds up the contributions of one cell. */
export interface Tally<T> {
  add(contribution: Contribution): void;
  value(): T;
}

/** Low, best and high of incidents, one after the other. */
export class CountTally implements Tally<Count> {
  #low = 0;
  readonly #best = new SteadySum();
  #high = 0;

  add({ inLow, weight }: Contribution): void {
    if (inLow) this.#low += 1;
    this.#best.add(weight);
    this.#high += 1;
  }

  value(): Count {
    return { low: this.#low, best: this.#best.value, high: this.#high };
  }
}

/** One end of a sum: of how many incidents, how many of them report it, and what those add up to. */
class End {
  all = 0;
  reported = 0;
  readonly sum = new SteadySum();

  add(value: number | null): void {
    this.all += 1;
    if (value === null) return;
    this.reported += 1;
    this.sum.add(value);
  }
}

/** The parts of a sum, as they are counted. */
export interface SumParts {
  readonly matched: number;
  readonly reported: number;
  readonly open: number;
  readonly low: { readonly all: number; readonly reported: number; readonly sum: number };
  readonly best: SumParts['low'];
  readonly withoutBest: number;
  readonly high: number;
  /** What incidents that are not in low may take away: negative numbers, 0 where there are none. */
  readonly taken: number;
}

/** Null where there are incidents and none of them reports; 0 where there are none. */
function endOf({ all, reported, sum }: SumParts['low']): number | null {
  return all > 0 && reported === 0 ? null : sum;
}

/** The mean behind a sum: its numbers are no estimates, so it has one figure, null where nothing adds to it. */
export function meanOf({ basis }: Sum, weights: number): Sum {
  const mean = basis.sum === null || weights === 0 ? null : basis.sum / weights;
  return { low: mean, best: mean, high: mean, basis };
}

/** The sum of its parts. Nobody reports anything: all null. */
export function sumOf({ matched, reported, open, low, best, withoutBest, high, taken }: SumParts): Sum {
  const nothing = reported === 0;
  const least = endOf(low);
  const sum = nothing ? null : endOf(best);
  const basis = { matched, reported, inBest: best.all, added: best.reported, withoutBest, open, sum };
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

/**
 * A measure over the same sets as the counts; the rules stand in docs/methods.md (Killed and injured). Incidents whose
 * nature is disputed enter high only.
 */
class ReportedTally implements Tally<Sum> {
  readonly #measure: Reported;
  readonly #aggregate: Aggregate;
  readonly #weights = new SteadySum();
  readonly #taken = new SteadySum();
  readonly #low = new End();
  readonly #best = new End();
  readonly #high = new End();
  #reported = 0;
  #withoutBest = 0;
  #open = 0;

  constructor(measure: Reported, aggregate: Aggregate) {
    this.#measure = measure;
    this.#aggregate = aggregate;
  }

  add({ incident, inLow, weight }: Contribution): void {
    const estimate = figureOf(incident, this.#measure);
    // Of a number that may be negative, an incident in doubt may also take away.
    const surely = inLow && !incident.natureDisputed;
    this.#high.add(surely || estimate.high === null ? estimate.high : Math.max(0, estimate.high));
    if (!surely) this.#taken.add(Math.min(0, estimate.low ?? 0));
    if (isReported(estimate)) {
      this.#reported += 1;
      if (estimate.high === null) this.#open += 1;
    }
    // What best and low leave out is no figure for them, though it is one for high.
    const { low, best, high } = incident.natureDisputed ? NOT_REPORTED : estimate;
    const point = pointOf({ low, best, high });
    if (inLow) this.#low.add(low);
    if (weight === 0) return;
    this.#best.add(point === null ? null : weight * point);
    if (point !== null) this.#weights.add(weight);
    if (point !== null && best === null) this.#withoutBest += 1;
  }

  value(): Sum {
    const end = ({ all, reported, sum }: End) => ({ all, reported, sum: sum.value });
    const sum = sumOf({
      ...{ matched: this.#high.all, reported: this.#reported, open: this.#open },
      ...{ low: end(this.#low), best: end(this.#best), high: this.#high.sum.value, taken: this.#taken.value },
      withoutBest: this.#withoutBest,
    });
    return this.#aggregate === 'mean' ? meanOf(sum, this.#weights.value) : sum;
  }
}

/** A measure over a set; see {@link ReportedTally}. */
export function sumReported(
  all: readonly Contribution[],
  measure: Reported,
  aggregate: Aggregate = 'sum',
): Sum {
  const tally = new ReportedTally(measure, aggregate);
  for (const one of all) tally.add(one);
  return tally.value();
}

/** Counts as sums: every incident is one, so there is nothing to say of what they rest on. */
class IncidentTally implements Tally<CellValue> {
  readonly #count = new CountTally();

  add(contribution: Contribution): void {
    this.#count.add(contribution);
  }

  value(): CellValue {
    return { ...this.#count.value(), basis: null };
  }
}

/** What adds up the figure of a cell in the measure asked for. */
export function tallyOf(measure: Measure, aggregate: Aggregate): Tally<CellValue> {
  return measure === 'incidents' ? new IncidentTally() : new ReportedTally(measure, aggregate);
}
