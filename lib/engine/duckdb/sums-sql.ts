import type { Count } from '../../query/result';
import type { Estimate, Measure } from '../../series/model';
import { numberOf, numberOrNull, type SqlRow } from './statement';

type Casualties = Exclude<Measure, 'incidents'>;

/** The columns of `incidents` that a measure needs. */
export function measureColumns(measure: Measure): readonly string[] {
  return measure === 'incidents' ? [] : [`${measure}_low`, `${measure}_best`, `${measure}_high`];
}

/** A sum of what is reported among the rows of a condition: 0 where there are no rows, null where none reports. */
function sumReported(value: string, condition: string): string {
  return `CASE WHEN count(*) FILTER (${condition}) = 0 THEN 0 ELSE sum(${value}) FILTER (${condition}) END`;
}

/** The aggregates `<prefix>low, <prefix>best, <prefix>high` over rows with `weight`, `in_low`: the meaning of `countIncidents`. */
export function countSql(prefix = ''): string {
  return `count(*) FILTER (in_low) AS ${prefix}low, coalesce(sum(weight), 0) AS ${prefix}best, count(*) AS ${prefix}high`;
}

/** The same for casualties, over rows that have `nature_disputed` too: the meaning of `sumCasualties`. */
export function casualtiesSql(measure: Casualties, prefix = ''): string {
  return [
    `${sumReported(`${measure}_low`, 'in_low AND NOT nature_disputed')} AS ${prefix}low`,
    `${sumReported(`weight * ${measure}_best`, 'weight > 0 AND NOT nature_disputed')} AS ${prefix}best`,
    `${sumReported(`${measure}_high`, 'true')} AS ${prefix}high`,
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

/** Reads the same of casualties, where null is "not reported". */
export function estimateOf(row: SqlRow, prefix = ''): Estimate {
  return {
    low: numberOrNull(row, `${prefix}low`),
    best: numberOrNull(row, `${prefix}best`),
    high: numberOrNull(row, `${prefix}high`),
  };
}
