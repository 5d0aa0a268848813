import type { MarksQuery } from '../../../query/query';
import { isLinkSplit } from '../../../series/facets';
import { CERTAINTIES, RELATIONS } from '../../../series/model';
import type { Dialect } from '../dialect';
import { linkFilter } from '../filter';
import { groupedSql, linkGroups, splitColumns } from '../groups';
import { matchSql } from '../match';
import type { Statement } from '../statement';
import { StatementWriter } from '../statement-writer';

/** Marks of one incident and lane: `n, lane, in_low, in_best, view_low, view_best, tie, dispute`; see {@link tieOf} and {@link isDisputed}. */
export function marksSql(dialect: Dialect, query: MarksQuery): Statement {
  const { filter, split } = query;
  const sql = new StatementWriter(dialect);
  const matched = matchSql(sql, filter, splitColumns(query, false));
  const lane = isLinkSplit(split) ? linkGroups(sql, query, 'roll') : dialect.nullText;
  const ties = `ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, ${lane} AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE ${linkFilter(sql, filter)}) tied GROUP BY n, lane)`;
  const select = `SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST`;
  return sql.finish([...matched, ...groupedSql(sql, filter, query, false), ties], select);
}

/** The strongest relation of a mark's links and the firmest certainty among those; null for no link. */
export function tieOf(tie: number) {
  return { relation: RELATIONS[Math.floor(tie / 8)] ?? null, certainty: CERTAINTIES[tie % 8] ?? null };
}

/** Whether a link of the strongest relation is disputed. */
export function isDisputed(dispute: number): boolean {
  return dispute % 2 === 0;
}
