import type { SpellsQuery } from '../../query/query';
import { FROM, TO } from './filter';
import { matchSql, withCtes } from './match';
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

/** The first or last day of an incident's possible days, cut to the window. */
function possibleEnd(end: 'first' | 'last'): string {
  const [cut, of] =
    end === 'first'
      ? [(day: string) => `greatest(${day}, ${FROM})`, 'list_min']
      : [(day: string) => `least(${day}, ${TO})`, 'list_max'];
  const inside = `list_filter(possible_spans, lambda s: s.f <= ${TO} AND s.t >= ${FROM})`;
  const day = end === 'first' ? 's.f' : 's.t';
  return `CASE WHEN possible_spans IS NULL THEN ${cut(`${end}_day`)}
    ELSE ${of}(list_transform(${inside}, lambda s: ${cut(day)})) END`;
}

/** One row `n, earliest, latest, candidates`, as the `last` of SpellsResult has them; no row where none is in best. */
export function lastSql({ filter }: SpellsQuery): Statement {
  const { ctes, values } = matchSql(filter, ['first_day', 'last_day', 'possible_spans', 'by_id']);
  const ends = `ends AS (
  SELECT n, by_id, ${possibleEnd('first')} AS first, ${possibleEnd('last')} AS last
  FROM matched, args a WHERE in_best)`;
  const bound = 'bound AS (SELECT max(first) AS earliest FROM ends)';
  const select = `SELECT n, earliest, last AS latest,
    (SELECT count(*) FROM ends, bound WHERE last >= earliest) AS candidates
  FROM ends, bound ORDER BY last DESC, first DESC, by_id DESC LIMIT 1`;
  return { sql: withCtes([...ctes, ends, bound], select), values };
}
