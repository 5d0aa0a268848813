import type { CellValue, Count, Sum } from '../../query/result';
import { meanOf, type Reported, sumOf } from '../../query/sums';
import { type Aggregate, isOwnKey } from '../../series/fields';
import type { Measure } from '../../series/measures';
import { ownFigure } from './columns';
import { numberOf, type SqlRow } from './statement';

function endColumns(measure: Reported) {
  if (isOwnKey(measure)) {
    const figure = ownFigure(measure);
    return { low: figure, best: figure, high: figure };
  }
  return { low: `${measure}_low`, best: `${measure}_best`, high: `${measure}_high` };
}

/** The columns of `incidents` that a measure needs. */
export function measureColumns(measure: Measure): readonly string[] {
  return measure === 'incidents' ? [] : [...new Set(Object.values(endColumns(measure)))];
}

/**
 * A sum that has the same bits at every run, whatever the threads: whole numbers apart, which are exact in any order, then
 * fractions in the order of the incidents. 0 where there is nothing to add. The meaning of `SteadySum`.
 */
export function steadySum(value: string, condition = 'true'): string {
  const part = (order: string, whole: string) =>
    `coalesce(sum(${value}${order}) FILTER (${condition} AND ${value} ${whole} floor(${value})), 0)`;
  return `(${part('', '=')} + ${part(' ORDER BY n', '<>')})`;
}

/** The aggregates `<prefix>low, <prefix>best, <prefix>high` over rows with `n`, `weight`, `in_low`: the meaning of `countIncidents`. */
export function countSql(prefix = ''): string {
  return `count(*) FILTER (in_low) AS ${prefix}low, ${steadySum('weight')} AS ${prefix}best, count(*) AS ${prefix}high`;
}

/**
 * What `reportedOf` reads, over rows that have `nature_disputed` too: of each end the incidents, those that report it,
 * and their sum. The meaning of `sumReported`.
 */
export function reportedSql(measure: Reported, prefix = ''): string {
  const { low, best, high } = endColumns(measure);
  const point = `coalesce(${best}, ${low})`;
  const agreed = 'NOT nature_disputed';
  return [
    `count(*) AS ${prefix}matched`,
    `count(*) FILTER (${low} IS NOT NULL OR ${high} IS NOT NULL) AS ${prefix}reported`,
    `count(*) FILTER (${low} IS NOT NULL AND ${high} IS NULL) AS ${prefix}open`,
    `count(*) FILTER (in_low) AS ${prefix}low_all`,
    `count(${low}) FILTER (in_low AND ${agreed}) AS ${prefix}low_reported`,
    `${steadySum(low, `in_low AND ${agreed}`)} AS ${prefix}low_sum`,
    `count(*) FILTER (weight > 0) AS ${prefix}best_all`,
    `count(${point}) FILTER (weight > 0 AND ${agreed}) AS ${prefix}best_reported`,
    `count(*) FILTER (weight > 0 AND ${agreed} AND ${best} IS NULL AND ${low} IS NOT NULL) AS ${prefix}without_best`,
    `${steadySum(`(weight * ${point})`, `weight > 0 AND ${agreed}`)} AS ${prefix}best_sum`,
    ...(isOwnKey(measure) ? [] : [`${steadySum(high)} AS ${prefix}high_sum`]),
    ...(isOwnKey(measure)
      ? [
          // Numbers that may be negative: an incident in doubt adds to high, or takes from low.
          `${steadySum(`(CASE WHEN in_low AND ${agreed} THEN ${high} ELSE greatest(${high}, 0) END)`)} AS ${prefix}high_sum`,
          `${steadySum(`least(${low}, 0)`, `NOT (in_low AND ${agreed})`)} AS ${prefix}taken`,
          `${steadySum('weight', `weight > 0 AND ${agreed} AND ${point} IS NOT NULL`)} AS ${prefix}weights`,
        ]
      : []),
  ].join(', ');
}

/** The aggregates of the measure asked for. */
export function measureSql(measure: Measure): string {
  return measure === 'incidents' ? countSql() : reportedSql(measure);
}

/** Reads `<prefix>low, <prefix>best, <prefix>high` of counts. */
export function countOf(row: SqlRow | undefined, prefix = ''): Count {
  return {
    low: numberOf(row, `${prefix}low`),
    best: numberOf(row, `${prefix}best`),
    high: numberOf(row, `${prefix}high`),
  };
}

/** Reads what `reportedSql` selects. */
export function reportedOf(row: SqlRow, aggregate: Aggregate = 'sum', prefix = ''): Sum {
  const number = (name: string) => numberOf(row, `${prefix}${name}`);
  const end = (name: string) => ({
    all: number(`${name}_all`),
    reported: number(`${name}_reported`),
    sum: number(`${name}_sum`),
  });
  const sum = sumOf({
    ...{ matched: number('matched'), reported: number('reported'), open: number('open') },
    ...{
      low: end('low'),
      best: end('best'),
      high: number('high_sum'),
      taken: number('taken'),
      withoutBest: number('without_best'),
    },
  });
  return aggregate === 'mean' ? meanOf(sum, number('weights')) : sum;
}

/** Reads the figure of a cell in the measure asked for. */
export function cellOf(row: SqlRow, measure: Measure, aggregate: Aggregate): CellValue {
  return measure === 'incidents' ? { ...countOf(row), basis: null } : reportedOf(row, aggregate);
}
