import type { SpellsQuery } from '../../../query/query';
import { MOST_TIES } from '../../../query/result';
import type { Dialect } from '../dialect';
import { windowSql } from '../filter';
import { matchSql } from '../match';
import type { Statement } from '../statement';
import { StatementWriter } from '../statement-writer';

/** The longest runs of free days as rows `first, last`, the first of equals and {@link MOST_TIES} more; no row where nothing is dated or no day is free. */
export function quietSql(dialect: Dialect, { filter }: SpellsQuery): Statement {
  const sql = new StatementWriter(dialect);
  const { from, to } = windowSql(sql, filter);
  const ctes = [
    ...matchSql(sql, filter, ['day_count', 'first_day', 'last_day', 'possible_spans']),
    `busy AS (
  SELECT first_day AS f, last_day AS t FROM matched WHERE day_count > 0 AND possible_spans IS NULL
  UNION ALL
  SELECT s.f, s.t FROM (SELECT ${dialect.explode('possible_spans')} AS s FROM matched WHERE day_count > 0) spans)`,
    `cut AS (
  SELECT greatest(f, ${from}) AS begin_day, max(least(t, ${to})) AS end_day
  FROM busy WHERE f <= ${to} AND t >= ${from} GROUP BY begin_day)`,
    `edges AS (
  SELECT begin_day, end_day FROM cut
  UNION ALL SELECT ${to} + 1, ${to} WHERE EXISTS (SELECT 1 FROM cut))`,
    `gaps AS (
  SELECT coalesce(max(end_day) OVER (ORDER BY begin_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1, ${from}) AS first,
    begin_day - 1 AS last FROM edges)`,
  ];
  return sql.finish(
    ctes,
    `SELECT first, last FROM gaps WHERE last >= first AND last - first = (SELECT max(last - first) FROM gaps)
  ORDER BY first LIMIT ${MOST_TIES + 1}`,
  );
}

/** One row `n, earliest, latest, candidates`, as the `last` of SpellsResult has them; no row where none is in best. */
export function lastSql(dialect: Dialect, { filter }: SpellsQuery): Statement {
  const sql = new StatementWriter(dialect);
  const { from, to } = windowSql(sql, filter);
  const inSpans = dialect.endsOfSpans('possible_spans', { from, to });
  const ctes = [
    ...matchSql(sql, filter, ['first_day', 'last_day', 'possible_spans', 'by_id']),
    `ends AS (
  SELECT n, by_id,
    CASE WHEN possible_spans IS NULL THEN greatest(first_day, ${from}) ELSE ${inSpans.first} END AS first,
    CASE WHEN possible_spans IS NULL THEN least(last_day, ${to}) ELSE ${inSpans.last} END AS last
  FROM matched WHERE in_best)`,
    'bound AS (SELECT max(first) AS earliest FROM ends)',
  ];
  const select = `SELECT n, earliest, last AS latest,
    (SELECT count(*) FROM ends, bound WHERE last >= earliest) AS candidates
  FROM ends, bound ORDER BY last DESC, first DESC, by_id DESC LIMIT 1`;
  return sql.finish(ctes, select);
}
