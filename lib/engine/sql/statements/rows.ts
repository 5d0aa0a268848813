import type { Filter, PositionQuery, RowsQuery } from '../../../query/query';
import type { SortKey } from '../../../view/view';
import { sortColumns } from '../columns';
import type { Dialect } from '../dialect';
import { linkFilter } from '../filter';
import { matchSql } from '../match';
import type { Statement } from '../statement';
import { StatementWriter } from '../statement-writer';

const DEFAULT_SORT: readonly SortKey[] = [{ column: 'date', descending: true }];

function keysOf(sort: readonly SortKey[]): readonly SortKey[] {
  return sort.length === 0 ? DEFAULT_SORT : sort;
}

/** The columns of `incidents` that a sort needs. */
function sortedBy(sort: readonly SortKey[]): readonly string[] {
  return keysOf(sort).flatMap(({ column }) => sortColumns(column));
}

/** The ORDER BY of a sort: nulls last both ways, ties by number, which is by date and id. */
function orderSql(sort: readonly SortKey[]): string {
  const keys = keysOf(sort).flatMap(({ column, descending }) =>
    sortColumns(column).map((name) => `${name} ${descending ? 'DESC' : 'ASC'} NULLS LAST`),
  );
  return [...keys, 'n'].join(', ');
}

/** One row: `matched`, all incidents in high. */
export function countMatchesSql(dialect: Dialect, filter: Filter): Statement {
  const sql = new StatementWriter(dialect);
  return sql.finish(matchSql(sql, filter), 'SELECT count(*) AS matched FROM matched');
}

/** A page of incidents: `n, weight, in_low, in_best, matched`, the last all incidents in high. */
export function rowsSql(dialect: Dialect, { filter, sort, offset, limit }: RowsQuery): Statement {
  const sql = new StatementWriter(dialect);
  const page = `LIMIT ${sql.bind('row_limit', 'integer', limit)} OFFSET ${sql.bind('row_offset', 'integer', offset)}`;
  const select = `SELECT n, weight, in_low, in_best, (SELECT count(*) FROM matched) AS matched
  FROM matched ORDER BY ${orderSql(sort)} ${page}`;
  return sql.finish(matchSql(sql, filter, sortedBy(sort)), select);
}

/** The matched links of some incidents: `n, position`, in the order of the incidents' links. */
export function matchedLinksSql(dialect: Dialect, filter: Filter, numbers: readonly number[]): Statement {
  const sql = new StatementWriter(dialect);
  const wanted = sql.bind('numbers', 'integers', numbers);
  const select = `SELECT l.n, l.position FROM links l
  WHERE l.n IN (SELECT ${dialect.explode(wanted)}) AND l.position IS NOT NULL AND ${linkFilter(sql, filter)}
  ORDER BY l.n, l.position`;
  return sql.finish([], select);
}

/** One row: `matched`, and `position` (from 0), `previous` and `next` number, null where there is none. */
export function positionSql(dialect: Dialect, { filter, sort }: PositionQuery, number: number): Statement {
  const sql = new StatementWriter(dialect);
  const placed = `placed AS (
  SELECT n, row_number() OVER w - 1 AS position, lag(n) OVER w AS previous, lead(n) OVER w AS next
  FROM matched WINDOW w AS (ORDER BY ${orderSql(sort)}))`;
  const select = `SELECT total.matched, p.position, p.previous, p.next
  FROM (SELECT count(*) AS matched FROM matched) total
  LEFT JOIN (SELECT * FROM placed WHERE n = ${sql.bind('number', 'integer', number)}) p ON true`;
  return sql.finish([...matchSql(sql, filter, sortedBy(sort)), placed], select);
}
