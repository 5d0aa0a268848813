import type { GroupsQuery } from '../../../query/query';
import type { GroupsResult } from '../../../query/result';
import type { Aggregate } from '../../../series/fields';
import type { Dialect } from '../dialect';
import { matchSql } from '../match';
import { seriesSql, splitColumns } from '../series';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from '../statement';
import { StatementWriter } from '../statement-writer';
import { cellOf, measureColumns, measureSql } from '../sums';

/** One row a series, in no order: `series, group_size` and the figure. */
export function groupsSql(dialect: Dialect, query: GroupsQuery): Statement {
  const { filter, measure, split } = query;
  const sql = new StatementWriter(dialect);
  const columns = measureColumns(measure);
  const matched = matchSql(sql, filter, [...splitColumns(split, false), ...columns]);
  const contribution = `contribution AS (
  SELECT n, series, nature_disputed, CASE WHEN series_best AND in_best THEN weight ELSE 0 END AS weight,
    series_low AND in_low AS in_low${columns.map((name) => `, ${name}`).join('')} FROM counted)`;
  const select = `SELECT series, count(*) AS group_size, ${measureSql(dialect, measure)}
  FROM contribution GROUP BY series`;
  return sql.finish([...matched, ...seriesSql(sql, filter, query, false), contribution], select);
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
