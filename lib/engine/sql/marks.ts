import type { MarksQuery } from '../../query/query';
import { CERTAINTIES, RELATIONS } from '../../series/model';
import { linkFilter, linksFrom } from './filter';
import { matchSql, withCtes } from './match';
import { seriesSql, splitColumns } from './series';
import type { Statement } from './statement';

/** Marks of one incident and lane: `n, lane, in_low, in_best, view_low, view_best, tie, dispute`; see {@link tieOf} and {@link isDisputed}. */
export function marksSql({ filter, split }: MarksQuery): Statement {
  const { ctes, values } = matchSql(filter, splitColumns(split, false));
  const lane = split === 'actor' || split === 'relation' ? `l.${split}` : 'NULL::VARCHAR';
  const ties = `ties AS (
  SELECT l.n, ${lane} AS lane, min(l.relation_rank * 8 + l.certainty_rank) AS tie,
    min(l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END) AS dispute
  FROM ${linksFrom(filter)} JOIN matched m ON m.n = l.n WHERE ${linkFilter(filter)} GROUP BY l.n, ${lane})`;
  const select = `SELECT c.n, c.series AS lane, c.series_low AND c.in_low AS in_low,
    c.series_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.series)
  ORDER BY c.n, c.series NULLS FIRST`;
  return { sql: withCtes([...ctes, ...seriesSql(filter, split, false), ties], select), values };
}

/** The strongest relation of a mark's links and the firmest certainty among those; null for no link. */
export function tieOf(tie: number) {
  return { relation: RELATIONS[Math.floor(tie / 8)] ?? null, certainty: CERTAINTIES[tie % 8] ?? null };
}

/** Whether a link of the strongest relation is disputed. */
export function isDisputed(dispute: number): boolean {
  return dispute % 2 === 0;
}
