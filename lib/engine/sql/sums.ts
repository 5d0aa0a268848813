import { meanOf, type Reported, sumOf } from '../../query/figures/sums';
import type { CellValue, Count, Sum } from '../../query/result';
import { type Aggregate, isOwnKey } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import { ownFigure } from './columns';
import type { Dialect } from './dialect';
import { numberOf, type SqlRow } from './statement';

function endColumns(measure: Reported) {
  if (isOwnKey(measure)) {
    const figure = ownFigure(measure);
    return { low: figure, best: figure, high: figure };
  }
  return { low: `${measure}_low`, best: `${measure}_best`, high: `${measure}_high` };
}

/** The columns of `incidents` that a measure needs. */
export function measureColumns(measure: BaseMeasure): readonly string[] {
  return measure === 'incidents' ? [] : [...new Set(Object.values(endColumns(measure)))];
}

/** Steps of a fraction: their number goes into 64 bits, and is exact for fractions of a hundredth and more. */
const STEPS = 2n ** 60n;

/**
 * A sum that has the same bits at every run, whatever the threads and the order of the rows: whole parts are added up apart
 * from fractions, and these as whole numbers of steps of 2^-60, which leaves less than a step of each out. 0 where there is
 * nothing to add.
 */
export function steadySum({ sumIf, wholeSumIf }: Dialect, value: string, condition = 'true'): string {
  const whole = sumIf(`trunc(${value})`, condition);
  return `(${whole} + ${wholeSumIf(`trunc((${value} - trunc(${value})) * ${STEPS})`, condition)} / ${STEPS})`;
}

/** What {@link steadySum} leaves out, so that sums of the smallest numbers are right too; added as it comes. */
function remainderSum({ sumIf }: Dialect, value: string, condition = 'true'): string {
  const steps = `((${value} - trunc(${value})) * ${STEPS})`;
  return `${sumIf(`${steps} - trunc(${steps})`, condition)} / ${STEPS}`;
}

/** The aggregates `<prefix>low, <prefix>best, <prefix>high` over rows with `n`, `weight`, `in_low`: the meaning of `countIncidents`. */
export function countSql(dialect: Dialect, prefix = ''): string {
  return `${dialect.countIf('in_low')} AS ${prefix}low, ${steadySum(dialect, 'weight')} AS ${prefix}best, count(*) AS ${prefix}high`;
}

/**
 * What `reportedOf` reads, over rows that have `nature_disputed` too: of each end the incidents, those that report it,
 * and their sum. The meaning of `sumReported`.
 */
export function reportedSql(dialect: Dialect, measure: Reported, prefix = ''): string {
  const { countIf } = dialect;
  const { low, best, high } = endColumns(measure);
  const sum = (value: string, condition?: string) =>
    isOwnKey(measure)
      ? `${steadySum(dialect, value, condition)} + ${remainderSum(dialect, value, condition)}`
      : steadySum(dialect, value, condition);
  const point = `coalesce(${best}, ${low})`;
  const agreed = 'NOT nature_disputed';
  const figures = {
    matched: 'count(*)',
    reported: countIf(`${low} IS NOT NULL OR ${high} IS NOT NULL`),
    low_all: countIf('in_low'),
    low_reported: countIf(`in_low AND ${agreed} AND ${low} IS NOT NULL`),
    low_sum: sum(low, `in_low AND ${agreed}`),
    best_all: countIf('weight > 0'),
    best_reported: countIf(`weight > 0 AND ${agreed} AND ${point} IS NOT NULL`),
    weights: steadySum(dialect, 'weight', `weight > 0 AND ${agreed} AND ${point} IS NOT NULL`),
    best_sum: sum(`(weight * ${point})`, `weight > 0 AND ${agreed}`),
    ...(isOwnKey(measure)
      ? {
          // Numbers that may be negative: an incident in doubt adds to high, or takes from low.
          high_sum: sum(`(CASE WHEN in_low AND ${agreed} THEN ${high} ELSE greatest(${high}, 0) END)`),
          taken: sum(`least(${low}, 0)`, `NOT (in_low AND ${agreed})`),
        }
      : {
          high_sum: sum(high),
          open: countIf(`${low} IS NOT NULL AND ${high} IS NULL`),
          without_best: countIf(`weight > 0 AND ${agreed} AND ${best} IS NULL AND ${low} IS NOT NULL`),
        }),
  };
  return Object.entries(figures)
    .map(([name, figure]) => `${figure} AS ${prefix}${name}`)
    .join(',\n    ');
}

/** The aggregates of the measure asked for. */
export function measureSql(dialect: Dialect, measure: BaseMeasure): string {
  return measure === 'incidents' ? countSql(dialect) : reportedSql(dialect, measure);
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
      weight: number('weights'),
    },
  });
  return aggregate === 'mean' ? meanOf(sum) : sum;
}

/** Reads the figure of a cell in the measure asked for. */
export function cellOf(row: SqlRow, measure: BaseMeasure, aggregate: Aggregate): CellValue {
  return measure === 'incidents' ? { ...countOf(row), basis: null } : reportedOf(row, aggregate);
}
