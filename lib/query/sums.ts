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
  return {
    low: all.filter(({ inLow }) => inLow).length,
    best: all.reduce((sum, { weight }) => sum + weight, 0),
    high: all.length,
  };
}

/** A sum of reported figures: null where there are some to add and none is reported, 0 where there are none to add. */
function sumReported(values: readonly (number | null)[]): number | null {
  const reported = values.filter((value) => value !== null);
  if (reported.length === 0) return values.length === 0 ? 0 : null;
  return reported.reduce((sum, value) => sum + value, 0);
}

/**
 * Casualties over the same sets. Incidents whose nature is disputed enter high only. An estimate without a best figure
 * is "not reported" for low too, so that low never passes best.
 */
export function sumCasualties(all: readonly Contribution[], measure: 'fatalities' | 'injured'): Estimate {
  const agreed = all.filter(({ incident }) => !incident.natureDisputed);
  const figure = ({ incident }: Contribution) => settle(incident[measure]);
  const low = agreed.filter(({ inLow }) => inLow).map(figure);
  const best = agreed
    .filter(({ weight }) => weight > 0)
    .map((one) => ({ weight: one.weight, best: figure(one).best }));
  return {
    low: sumReported(low.map((one) => (one.best === null ? null : one.low))),
    best: sumReported(best.map((one) => (one.best === null ? null : one.weight * one.best))),
    high: sumReported(all.map((one) => figure(one).high)),
  };
}

/** The figure of a cell in the measure asked for. */
export function sumMeasure(all: readonly Contribution[], measure: Measure): Estimate {
  return measure === 'incidents' ? countIncidents(all) : sumCasualties(all, measure);
}
