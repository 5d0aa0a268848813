import { doubtsLinks } from '../../query/links';
import { type Filter, type GroupClause, NONE, SEVERAL } from '../../query/query';
import { gradesOf, incidentClauses, linkFilter, looksAtLinks, shareSql, windowSql } from './filter';
import { groupedSql, splitColumns } from './groups';
import type { StatementWriter } from './statement-writer';

/** The incidents with a link that the filter matches, and how firm the firmest of those links are. */
function hitSql(sql: StatementWriter, filter: Filter): string {
  const { minIf, anyTrue } = sql.dialect;
  const { best, low } = gradesOf(filter);
  return `hit AS (
  SELECT l.n, ${anyTrue(best)} AS best, ${anyTrue(low)} AS low,
    coalesce(${minIf('l.certainty_rank', best)}, min(l.certainty_rank)) AS firmest
  FROM links l WHERE ${linkFilter(sql, filter)} GROUP BY l.n)`;
}

/** The table expression `name`: the incidents that every clause but that on groups matches. */
function gradedSql(
  sql: StatementWriter,
  filter: Filter,
  name: string,
  columns: readonly string[],
): readonly string[] {
  // Suspicions that are asked for can be the firmest links of an incident, also where no clause looks at links.
  const linked = looksAtLinks(filter) || filter.suspicions;
  const doubted = doubtsLinks(filter);
  const span = windowSql(sql, filter);
  const column = (one: string) => (one === 'firmest' && linked ? 'hit.firmest' : `i.${one}`);
  const graded = `${name} AS (
  SELECT i.n, i.nature_disputed, ${shareSql(sql, 'i', span)} AS weight,
    i.day_count > 0 AND i.first_day >= ${span.from} AND i.last_day <= ${span.to} AS sure,
    ${doubted ? 'hit.best' : 'true'} AS link_best,
    NOT i.nature_disputed AND ${doubted ? 'hit.low' : 'true'} AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low${columns.map((one) => `, ${column(one)}`).join('')}
  FROM incidents i${linked ? ' JOIN hit ON hit.n = i.n' : ''} WHERE ${incidentClauses(sql, filter)})`;
  return linked ? [hitSql(sql, filter), graded] : [graded];
}

/** Whether a group is one of those named, or none of the others that are named with {@link NONE} and {@link SEVERAL}. */
function askedSql(
  sql: StatementWriter,
  end: string,
  named: readonly string[],
  but: readonly string[],
): string {
  const { holds } = sql.dialect;
  const is = holds(sql.bind(`group_${end}`, 'texts', named), 'group_id');
  if (but.length === 0) return is;
  return `(${is} OR NOT ${holds(sql.bind(`group_not_${end}`, 'texts', [...but, NONE, SEVERAL]), 'group_id')})`;
}

/** The incidents that count in the groups asked for, and how firmly: the meaning of `firmnessIn`. */
function chosenSql(
  sql: StatementWriter,
  filter: Filter,
  { each, beyond, only, not, ...by }: GroupClause,
): readonly string[] {
  const part = (stacked: boolean, condition: string) => {
    const prefix = stacked ? 'only_' : 'each_';
    return {
      ctes: groupedSql(sql, filter, by, stacked, { from: 'graded', prefix, roll: 'group_roll' }),
      select: `SELECT n, group_best, group_low FROM ${prefix}counted WHERE ${condition}`,
    };
  };
  const stacked = only.length > 0 || not.length > 0;
  const beside = each.length > 0 || beyond.length > 0 || !stacked;
  const parts = [
    ...(beside ? [part(false, askedSql(sql, 'each', each, beyond))] : []),
    ...(stacked ? [part(true, askedSql(sql, 'only', only, not))] : []),
  ];
  const { anyTrue } = sql.dialect;
  return [
    ...parts.flatMap(({ ctes }) => ctes),
    `chosen AS (
  SELECT n, ${anyTrue('group_best')} AS best, ${anyTrue('group_low')} AS low
  FROM (${parts.map(({ select }) => select).join('\n  UNION ALL ')}) parts GROUP BY n)`,
  ];
}

/** `graded`, narrowed to the groups asked for and graded as they grade. */
function narrowedSql(columns: readonly string[]): string {
  return `matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low${columns.map((one) => `, g.${one}`).join('')}
  FROM graded g JOIN chosen c ON c.n = g.n)`;
}

/**
 * The table expression `matched`: every incident in high with `n, nature_disputed, weight, sure, link_best, link_low,
 * chosen_best, chosen_low, in_best, in_low` as `Match` of lib/query has them, and further columns of `incidents` (or
 * `firmest`).
 */
export function matchSql(
  sql: StatementWriter,
  filter: Filter,
  columns: readonly string[] = [],
): readonly string[] {
  const { series: clause } = filter;
  const asked = [...new Set(columns)];
  if (clause === null) return gradedSql(sql, filter, 'matched', asked);
  const split = [...splitColumns(clause, false), ...splitColumns(clause, true)];
  const needed = [...new Set([...asked, ...split])];
  return [
    ...gradedSql(sql, filter, 'graded', needed),
    ...chosenSql(sql, filter, clause),
    narrowedSql(needed),
  ];
}
