import { isReported, NOT_REPORTED, pointOf } from '../../series/estimate';
import { type Aggregate, aggregateOf } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import type { Estimate, Incident, SeriesGuide } from '../../series/model';
import { figureOf, meanOf, type Reported, sumOf } from '../figures/sums';
import type { CellValue, Count, Sum } from '../result';

/** How one incident counts in one figure: `weight` is its share of best, and 0 where it does not stand in best. */
export interface Contribution {
  readonly incident: Incident;
  readonly weight: number;
  readonly inLow: boolean;
}

/** Numbers added up; null is not reported and adds nothing. */
function add(values: readonly (number | null)[]): number {
  return values.reduce((sum: number, value) => sum + (value ?? 0), 0);
}

/** Low, best and high of incidents, each already in high. */
export function countIncidents(all: readonly Contribution[]): Count {
  return {
    low: all.filter(({ inLow }) => inLow).length,
    best: add(all.map(({ weight }) => weight)),
    high: all.length,
  };
}

function endOf(values: readonly (number | null)[]) {
  return { all: values.length, reported: values.filter((value) => value !== null).length, sum: add(values) };
}

/**
 * A measure over the same sets as the counts; the rules stand in docs/methods.md (Killed and injured). Incidents whose
 * nature is disputed enter high only.
 */
export function sumReported(
  all: readonly Contribution[],
  measure: Reported,
  aggregate: Aggregate = 'sum',
): Sum {
  const figures = all.map((one) => ({ ...one, figure: figureOf(one.incident, measure) }));
  // What best and low leave out is no figure for them, though it is one for high.
  const agreed = ({ incident, figure }: { incident: Incident; figure: Estimate }) =>
    incident.natureDisputed ? NOT_REPORTED : figure;
  const isSure = ({ incident, inLow }: Contribution) => inLow && !incident.natureDisputed;
  const [sure, doubtful] = [figures.filter(isSure), figures.filter((one) => !isSure(one))];
  const best = figures.filter(({ weight }) => weight > 0);
  const added = best.filter((one) => pointOf(agreed(one)) !== null);
  const reporting = figures.filter(({ figure }) => isReported(figure));
  const sum = sumOf({
    matched: figures.length,
    reported: reporting.length,
    open: reporting.filter(({ figure }) => figure.high === null).length,
    low: endOf(figures.filter(({ inLow }) => inLow).map((one) => agreed(one).low)),
    best: endOf(
      best.map((one) => {
        const point = pointOf(agreed(one));
        return point === null ? null : one.weight * point;
      }),
    ),
    weight: add(added.map(({ weight }) => weight)),
    withoutBest: added.filter((one) => agreed(one).best === null).length,
    // Of a number that may be negative, an incident in doubt may not only add but also take away.
    high: add([
      ...sure.map(({ figure }) => figure.high),
      ...doubtful.map(({ figure }) => Math.max(0, figure.high ?? 0)),
    ]),
    taken: add(doubtful.map(({ figure }) => Math.min(0, figure.low ?? 0))),
  });
  return aggregate === 'mean' ? meanOf(sum) : sum;
}

/** The figure of a cell in the measure asked for. A count has nothing to say of what it rests on. */
export function cellValue(
  guide: Pick<SeriesGuide, 'fields'>,
  measure: BaseMeasure,
  all: readonly Contribution[],
): CellValue {
  if (measure === 'incidents') return { ...countIncidents(all), basis: null };
  return sumReported(all, measure, aggregateOf(guide, measure));
}
