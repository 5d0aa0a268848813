import type { GroupsQuery } from '../../../query/query';
import type { GroupsResult } from '../../../query/result';
import type { Aggregate } from '../../../series/fields';
import type { Dialect } from '../dialect';
import { groupedSql, splitColumns } from '../groups';
import { matchSql } from '../match';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from '../statement';
import { StatementWriter } from '../statement-writer';
import { cellOf, measureColumns, measureSql } from '../sums';

/** One row a group, in no order: `group_id, group_size` and the figure. */
export function groupsSql(dialect: Dialect, query: GroupsQuery): Statement {
  const { filter, measure, stacked = false } = query;
  const sql = new StatementWriter(dialect);
  const columns = measureColumns(measure);
  const matched = matchSql(sql, filter, [...splitColumns(query, stacked), ...columns]);
  const contribution = `contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low${columns.map((name) => `, ${name}`).join('')} FROM counted)`;
  const select = `SELECT group_id, count(*) AS group_size, ${measureSql(dialect, measure)}
  FROM contribution GROUP BY group_id`;
  return sql.finish([...matched, ...groupedSql(sql, filter, query, stacked), contribution], select);
}

export function readGroups(
  rows: readonly SqlRow[],
  { measure }: GroupsQuery,
  aggregate: Aggregate,
): GroupsResult {
  const groups = rows.map((row) => ({
    series: textOrNull(row, 'group_id'),
    matched: numberOf(row, 'group_size'),
    ...cellOf(row, measure, aggregate),
  }));
  return { groups: groups.sort((a, b) => nullsFirst(a.series, b.series)) };
}
