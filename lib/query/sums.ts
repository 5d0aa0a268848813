import { settle } from '../series/estimate';
import type { Estimate, Incident, Measure } from '../series/model';
import type { Count } from './result';

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
  #best = 0;
  #high = 0;

  add({ inLow, weight }: Contribution): void {
    if (inLow) this.#low += 1;
    this.#best += weight;
    this.#high += 1;
  }

  value(): Count {
    return { low: this.#low, best: this.#best, high: this.#high };
  }
}

/** A sum of reported figures: null where there are some to add and none is reported, 0 where there are none to add. */
class ReportedSum {
  #all = 0;
  #reported = 0;
  #sum = 0;

  add(value: number | null): void {
    this.#all += 1;
    if (value === null) return;
    this.#reported += 1;
    this.#sum += value;
  }

  value(): number | null {
    if (this.#reported === 0) return this.#all === 0 ? 0 : null;
    return this.#sum;
  }
}

/**
 * Casualties over the same sets. Incidents whose nature is disputed enter high only. An estimate without a best figure
 * is "not reported" for low too, so that low never passes best.
 */
class CasualtyTally implements Tally<Estimate> {
  readonly #measure: Exclude<Measure, 'incidents'>;
  readonly #low = new ReportedSum();
  readonly #best = new ReportedSum();
  readonly #high = new ReportedSum();

  constructor(measure: Exclude<Measure, 'incidents'>) {
    this.#measure = measure;
  }

  add({ incident, inLow, weight }: Contribution): void {
    const { low, best, high } = settle(incident[this.#measure]);
    this.#high.add(high);
    if (incident.natureDisputed) return;
    if (inLow) this.#low.add(best === null ? null : low);
    if (weight > 0) this.#best.add(best === null ? null : weight * best);
  }

  value(): Estimate {
    return { low: this.#low.value(), best: this.#best.value(), high: this.#high.value() };
  }
}

/** Casualties over a set; see {@link CasualtyTally}. */
export function sumCasualties(all: readonly Contribution[], measure: 'fatalities' | 'injured'): Estimate {
  const tally = new CasualtyTally(measure);
  for (const one of all) tally.add(one);
  return tally.value();
}

/** What adds up the figure of a cell in the measure asked for. */
export function tallyOf(measure: Measure): Tally<Estimate> {
  return measure === 'incidents' ? new CountTally() : new CasualtyTally(measure);
}
