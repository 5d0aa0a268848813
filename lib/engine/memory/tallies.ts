import type { CellValue, Count, Sum } from '../../query/result';
import { figureOf, meanOf, type Reported, SteadySum, sumOf } from '../../query/sums';
import { isReported, NOT_REPORTED, pointOf } from '../../series/estimate';
import type { Aggregate } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import type { Incident } from '../../series/model';

/** How one incident counts in one cell: `weight` is its share of best, and 0 where it does not stand in best. */
export interface Contribution {
  readonly incident: Incident;
  readonly weight: number;
  readonly inLow: boolean;
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
      ...{ withoutBest: this.#withoutBest, weight: this.#weights.value },
    });
    return this.#aggregate === 'mean' ? meanOf(sum) : sum;
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
export function tallyOf(measure: BaseMeasure, aggregate: Aggregate): Tally<CellValue> {
  return measure === 'incidents' ? new IncidentTally() : new ReportedTally(measure, aggregate);
}
