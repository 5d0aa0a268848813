import type { Filter, RowsQuery } from '../../query/query';
import type { SortKey } from '../../view/view';
import { sortColumns } from './columns';
import { filterValues, linkFilter, linksFrom } from './filter';
import { matchSql, withCtes } from './match';
import type { Statement } from './statement';

const DEFAULT_SORT: readonly SortKey[] = [{ column: 'date', descending: true }];

function keysOf(sort: readonly SortKey[]): readonly SortKey[] {
  return sort.length === 0 ? DEFAULT_SORT : sort;
}

/** The columns of `incidents` that a sort needs. */
export function sortedBy(sort: readonly SortKey[]): readonly string[] {
  return keysOf(sort).flatMap(({ column }) => sortColumns(column));
}

/** The ORDER BY of a sort: nulls last both ways, ties by number, which is by date and id. */
export function orderSql(sort: readonly SortKey[]): string {
  const keys = keysOf(sort).flatMap(({ column, descending }) =>
    sortColumns(column).map((name) => `${name} ${descending ? 'DESC' : 'ASC'} NULLS LAST`),
  );
  return [...keys, 'n'].join(', ');
}

/** One row: `matched`, all incidents in high. */
export function countMatchesSql(filter: Filter): Statement {
  const { ctes, values } = matchSql(filter);
  return { sql: withCtes(ctes, 'SELECT count(*) AS matched FROM matched'), values };
}

/** A page of incidents: `n, weight, in_low, in_best, matched`, the last all incidents in high. */
export function rowsSql({ filter, sort, offset, limit }: RowsQuery): Statement {
  const { ctes, values } = matchSql(filter, sortedBy(sort));
  const select = `SELECT n, weight, in_low, in_best, (SELECT count(*) FROM matched) AS matched
  FROM matched ORDER BY ${orderSql(sort)} LIMIT (SELECT row_limit FROM args) OFFSET (SELECT row_offset FROM args)`;
  return { sql: withCtes(ctes, select), values: { ...values, row_limit: limit, row_offset: offset } };
}

/** The matched links of some incidents: `n, position`, in the order of the incidents' links. */
export function matchedLinksSql(filter: Filter, numbers: readonly number[]): Statement {
  const sql = `SELECT l.n, l.position FROM ${linksFrom(filter)}
  WHERE l.n IN (SELECT unnest(numbers) FROM args) AND l.position IS NOT NULL AND ${linkFilter(filter)}
  ORDER BY l.n, l.position`;
  return { sql, values: { ...filterValues(filter), numbers } };
}
