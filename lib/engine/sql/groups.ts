import type { GroupsQuery } from '../../query/query';
import type { GroupsResult } from '../../query/result';
import type { Aggregate } from '../../series/fields';
import { matchSql, withCtes } from './match';
import { seriesSql, splitColumns } from './series';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from './statement';
import { cellOf, measureColumns, measureSql } from './sums';

/** One row a series, in no order: `series, group_size` and the figure. */
export function groupsSql({ filter, measure, split }: GroupsQuery): Statement {
  const columns = measureColumns(measure);
  const { ctes, values } = matchSql(filter, [...splitColumns(split, false), ...columns]);
  const contribution = `contribution AS (
  SELECT n, series, nature_disputed, CASE WHEN series_best AND in_best THEN weight ELSE 0 END AS weight,
    series_low AND in_low AS in_low${columns.map((name) => `, ${name}`).join('')} FROM counted)`;
  const select = `SELECT series, count(*) AS group_size, ${measureSql(measure)}
  FROM contribution GROUP BY series`;
  return { sql: withCtes([...ctes, ...seriesSql(filter, split, false), contribution], select), values };
}

export function readGroups(
  rows: readonly SqlRow[],
  { measure }: GroupsQuery,
  aggregate: Aggregate,
): GroupsResult {
  const groups = rows.map((row) => ({
    series: textOrNull(row, 'series'),
    matched: numberOf(row, 'group_size'),
    ...cellOf(row, measure, aggregate),
  }));
  return { groups: groups.sort((a, b) => nullsFirst(a.series, b.series)) };
}
