import type { PositionQuery } from '../../query/query';
import { matchSql, withCtes } from './match';
import { orderSql, sortedBy } from './rows';
import type { Statement } from './statement';

/** One row: `matched`, and `position` (from 0), `previous` and `next` number, null where there is none. */
export function positionSql({ filter, sort }: PositionQuery, number: number): Statement {
  const { ctes, values } = matchSql(filter, sortedBy(sort));
  const placed = `placed AS (
  SELECT n, row_number() OVER w - 1 AS position, lag(n) OVER w AS previous, lead(n) OVER w AS next
  FROM matched WINDOW w AS (ORDER BY ${orderSql(sort)}))`;
  const select = `SELECT total.matched, p.position, p.previous, p.next
  FROM (SELECT count(*) AS matched FROM matched) total
  LEFT JOIN (SELECT placed.* FROM placed JOIN args ON args.number = placed.n) p ON true`;
  return { sql: withCtes([...ctes, placed], select), values: { ...values, number } };
}
