import type { CellValue, Count, Sum } from '../../query/result';
import { type Casualties, sumOf } from '../../query/sums';
import type { Measure } from '../../series/model';
import { numberOf, type SqlRow } from './statement';

function endColumns(measure: Casualties) {
  return { low: `${measure}_low`, best: `${measure}_best`, high: `${measure}_high` };
}

/** The columns of `incidents` that a measure needs. */
export function measureColumns(measure: Measure): readonly string[] {
  return measure === 'incidents' ? [] : Object.values(endColumns(measure));
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
 * What `casualtiesOf` reads, over rows that have `nature_disputed` too: of each end the incidents, those that report it,
 * and their sum. The meaning of `sumCasualties`.
 */
export function casualtiesSql(measure: Casualties, prefix = ''): string {
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
    `${steadySum(high)} AS ${prefix}high_sum`,
  ].join(', ');
}

/** The aggregates of the measure asked for. */
export function measureSql(measure: Measure): string {
  return measure === 'incidents' ? countSql() : casualtiesSql(measure);
}

/** Reads `<prefix>low, <prefix>best, <prefix>high` of counts. */
export function countOf(row: SqlRow | undefined, prefix = ''): Count {
  return {
    low: numberOf(row, `${prefix}low`),
    best: numberOf(row, `${prefix}best`),
    high: numberOf(row, `${prefix}high`),
  };
}

/** Reads what `casualtiesSql` selects. */
export function casualtiesOf(row: SqlRow, prefix = ''): Sum {
  const number = (name: string) => numberOf(row, `${prefix}${name}`);
  const end = (name: string) => ({
    all: number(`${name}_all`),
    reported: number(`${name}_reported`),
    sum: number(`${name}_sum`),
  });
  return sumOf({
    ...{ matched: number('matched'), reported: number('reported'), open: number('open') },
    ...{ low: end('low'), best: end('best'), high: number('high_sum'), withoutBest: number('without_best') },
  });
}

/** Reads the figure of a cell in the measure asked for. */
export function cellOf(row: SqlRow, measure: Measure): CellValue {
  return measure === 'incidents' ? { ...countOf(row), basis: null } : casualtiesOf(row);
}
