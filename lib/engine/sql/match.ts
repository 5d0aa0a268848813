import { doubtsLinks } from '../../query/links';
import type { Filter, SeriesClause } from '../../query/query';
import type { Args } from './args';
import {
  FROM,
  filterValues,
  gradesOf,
  incidentClauses,
  linkFilter,
  linksFrom,
  looksAtLinks,
  shareSql,
  TO,
} from './filter';
import { seriesSql, splitColumns } from './series';

/** The start of a statement: common table expressions without the word WITH, and the values they read. */
export interface Ctes {
  readonly ctes: readonly string[];
  readonly values: Args;
}

/** The incidents with a link that the filter matches, and how firm the firmest of those links are. */
function hitSql(filter: Filter): string {
  const { best, low } = gradesOf(filter);
  return `hit AS (
  SELECT l.n, bool_or(${best}) AS best, bool_or(${low}) AS low,
    coalesce(min(l.certainty_rank) FILTER (${best}), min(l.certainty_rank)) AS firmest
  FROM ${linksFrom(filter)} WHERE ${linkFilter(filter)} GROUP BY l.n)`;
}

/** The table expression `name`: the incidents that every clause but that on series matches. */
function gradedSql(filter: Filter, name: string, columns: readonly string[]): readonly string[] {
  // Suspicions that are asked for can be the firmest links of an incident, also where no clause looks at links.
  const linked = looksAtLinks(filter) || filter.suspicions;
  const doubted = doubtsLinks(filter);
  const words = filter.words.map((_, k) => `, words[${k + 1}] AS word${k}`).join('');
  const args = words === '' ? 'args a' : `(SELECT *${words} FROM args) a`;
  const from = `incidents i CROSS JOIN ${args}${linked ? ' JOIN hit ON hit.n = i.n' : ''}`;
  const column = (one: string) => (one === 'firmest' && linked ? 'hit.firmest' : `i.${one}`);
  const graded = `${name} AS (
  SELECT i.n, i.nature_disputed, ${shareSql('i', FROM, TO)} AS weight,
    i.day_count > 0 AND i.first_day >= ${FROM} AND i.last_day <= ${TO} AS sure,
    ${doubted ? 'hit.best' : 'true'} AS link_best,
    NOT i.nature_disputed AND ${doubted ? 'hit.low' : 'true'} AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low${[...new Set(columns)].map((one) => `, ${column(one)}`).join('')}
  FROM ${from} WHERE ${incidentClauses(filter)})`;
  return linked ? [hitSql(filter), graded] : [graded];
}

/** The incidents that count in the series asked for, and how firmly: the meaning of `inSeries`. */
function chosenSql(filter: Filter, { split, each, beyond, only, not }: SeriesClause): readonly string[] {
  const part = (stacked: boolean, condition: string) => {
    const prefix = stacked ? 'only_' : 'each_';
    return {
      ctes: seriesSql(filter, split, stacked, { from: 'graded', prefix }),
      select: `SELECT n, series_best, series_low FROM ${prefix}counted, args a WHERE ${condition}`,
    };
  };
  const asked = (named: string, but: string, list: readonly string[]) =>
    `(list_contains(a.${named}, series)${list.length > 0 ? ` OR NOT list_contains(a.${but}, series)` : ''})`;
  const stacked = only.length > 0 || not.length > 0;
  const beside = each.length > 0 || beyond.length > 0 || !stacked;
  const parts = [
    ...(beside ? [part(false, asked('series_each', 'series_beyond', beyond))] : []),
    ...(stacked ? [part(true, asked('series_only', 'series_not', not))] : []),
  ];
  return [
    ...parts.flatMap(({ ctes }) => ctes),
    `chosen AS (
  SELECT n, bool_or(series_best) AS best, bool_or(series_low) AS low
  FROM (${parts.map(({ select }) => select).join('\n  UNION ALL ')}) GROUP BY n)`,
  ];
}

/** `graded`, narrowed to the series asked for and graded as they grade. */
const NARROWED = `matched AS (
  SELECT g.* REPLACE (
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low)
  FROM graded g JOIN chosen c ON c.n = g.n)`;

/**
 * The table expression `matched`: every incident in high with `n, nature_disputed, weight, sure, link_best, link_low,
 * chosen_best, chosen_low, in_best, in_low` as `Match` of lib/query has them, and further columns of `incidents` (or
 * `firmest`).
 */
export function matchSql(filter: Filter, columns: readonly string[] = []): Ctes {
  const values = filterValues(filter);
  const { series } = filter;
  if (series === null) return { ctes: gradedSql(filter, 'matched', columns), values };
  const needed = [...columns, ...splitColumns(series.split, false), ...splitColumns(series.split, true)];
  return { ctes: [...gradedSql(filter, 'graded', needed), ...chosenSql(filter, series), NARROWED], values };
}

/** A whole statement from its table expressions and its last SELECT. */
export function withCtes(ctes: readonly string[], select: string): string {
  return `WITH ${ctes.join(',\n')}\n${select}`;
}
