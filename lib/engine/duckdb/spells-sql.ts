import type { SpellsQuery } from '../../query/query';
import { FROM, TO } from './filter-sql';
import { matchSql, withCtes } from './match-sql';
import type { Statement } from './statement';

/** The longest run of free days as one row `first, last`; no row where nothing is dated or no day is free. */
export function quietSql({ filter }: SpellsQuery): Statement {
  const { ctes, values } = matchSql(filter, ['day_count', 'first_day', 'last_day', 'possible_spans']);
  const busy = `busy AS (
  SELECT first_day AS f, last_day AS t FROM matched WHERE day_count > 0 AND possible_spans IS NULL
  UNION ALL
  SELECT s.f, s.t FROM (SELECT unnest(possible_spans) AS s FROM matched WHERE day_count > 0))`;
  const cut = `cut AS (
  SELECT greatest(f, ${FROM}) AS f, max(least(t, ${TO})) AS t
  FROM busy, args a WHERE f <= ${TO} AND t >= ${FROM} GROUP BY 1)`;
  const edges = `edges AS (
  SELECT f, t FROM cut UNION ALL SELECT ${TO} + 1, ${TO} FROM args a WHERE EXISTS (SELECT 1 FROM cut))`;
  const gaps = `gaps AS (
  SELECT coalesce(max(t) OVER (ORDER BY f ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1, ${FROM}) AS first,
    f - 1 AS last FROM edges, args a)`;
  const select = 'SELECT first, last FROM gaps WHERE last >= first ORDER BY last - first DESC, first LIMIT 1';
  return { sql: withCtes([...ctes, busy, cut, edges, gaps], select), values };
}

/** The incident in best with the latest last day as one row `n, earliest, latest`, its days cut to the window. */
export function lastSql({ filter }: SpellsQuery): Statement {
  const { ctes, values } = matchSql(filter, ['earliest', 'latest', 'by_id']);
  const select = `SELECT n, greatest(coalesce(earliest, ${FROM}), ${FROM}) AS earliest,
    least(coalesce(latest, ${TO}), ${TO}) AS latest
  FROM matched, args a WHERE in_best ORDER BY 3 DESC, 2 DESC, by_id DESC LIMIT 1`;
  return { sql: withCtes(ctes, select), values };
}
