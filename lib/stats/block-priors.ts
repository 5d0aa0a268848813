/** The share of series of steady rate in which Bayesian blocks with {@link blockPrior} show a change. */
export const FALSE_ALARMS = 0.05;

/**
 * The prior at which 5 % and 1 % of series of steady rate show a change, by simulation (`bench/statistics/block-priors.ts`): events,
 * covered days for each event, prior for 5 %, prior for 1 %. The formula of Scargle et al. (2013) promises a rate that it does not keep.
 */
const PRIORS: readonly (readonly [events: number, daysEach: number, five: number, one: number])[] = [
  [3, 0.5, 0.93, 2.14],
  [3, 2, 0.93, 2.14],
  [3, 10, 1.39, 2.26],
  [3, 100, 1.5, 2.46],
  [5, 0.5, 1.45, 2.85],
  [5, 2, 1.67, 2.67],
  [5, 10, 1.94, 3.05],
  [5, 100, 2.03, 3.1],
  [10, 0.5, 2.13, 3.57],
  [10, 2, 2.58, 3.39],
  [10, 10, 2.69, 3.83],
  [10, 100, 2.78, 3.92],
  [22, 0.5, 3.07, 4.45],
  [22, 2, 3.15, 4.5],
  [22, 10, 3.3, 4.66],
  [22, 100, 3.35, 4.77],
  [50, 0.5, 3.66, 5.48],
  [50, 2, 3.91, 5.56],
  [50, 10, 4.04, 5.53],
  [50, 100, 4.05, 5.61],
  [100, 0.5, 4.21, 5.78],
  [100, 2, 4.26, 5.92],
  [100, 10, 4.39, 5.9],
  [100, 100, 4.46, 5.89],
  [200, 0.5, 4.67, 6.14],
  [200, 2, 4.74, 6.27],
  [200, 10, 4.8, 6.35],
  [200, 100, 4.82, 6.39],
  [400, 0.5, 4.88, 6.41],
  [400, 2, 4.95, 6.43],
  [400, 10, 5.03, 6.53],
  [400, 100, 5.05, 6.53],
  [1000, 0.5, 5.42, 6.9],
  [1000, 2, 5.53, 6.93],
  [1000, 10, 5.6, 6.92],
  [1000, 100, 5.62, 6.97],
  [3000, 0.5, 5.7, 7.71],
  [3000, 2, 5.71, 7.83],
  [3000, 10, 5.82, 7.9],
  [3000, 100, 6.0, 7.91],
];

/** Where a value stands among ascending ones, as the places around it and how far it is from the first, by its log. */
function between(values: readonly number[], value: number): { low: number; high: number; part: number } {
  const high = values.findIndex((one) => one >= value);
  if (high === -1) return { low: values.length - 1, high: values.length - 1, part: 0 };
  if (high === 0) return { low: 0, high: 0, part: 0 };
  const [a, b] = [Math.log(values[high - 1]!), Math.log(values[high]!)];
  return { low: high - 1, high, part: (Math.log(value) - a) / (b - a) };
}

const EVENTS = [...new Set(PRIORS.map(([events]) => events))];
const DAYS_EACH = [...new Set(PRIORS.map(([, each]) => each))];

/**
 * What a further block must be worth in log likelihood for Bayesian blocks of so many events on so many covered days, so that
 * `alarms` of steady series show a change. Between the rows of the table by the logs of both, beyond it as at its edge.
 */
export function blockPrior(events: number, days: number, alarms: 0.05 | 0.01 = FALSE_ALARMS): number {
  const value = (event: number, each: number) =>
    PRIORS[event * DAYS_EACH.length + each]![alarms === 0.05 ? 2 : 3];
  const event = between(EVENTS, events);
  const each = between(DAYS_EACH, days / events);
  const row = (place: number) =>
    value(place, each.low) * (1 - each.part) + value(place, each.high) * each.part;
  return row(event.low) * (1 - event.part) + row(event.high) * event.part;
}
