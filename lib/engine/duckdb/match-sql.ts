import { doubtsLinks } from '../../query/match';
import { type Filter, NONE } from '../../query/query';
import type { Parameters } from './statement';

/** The start of a statement: common table expressions without the word WITH, and the values they name. */
export interface Ctes {
  readonly ctes: readonly string[];
  readonly values: Parameters;
}

/** `$name` as days; the cast keeps DuckDB from planning a statement anew for each set of values. */
const FROM = '$from::INTEGER';
const TO = '$to::INTEGER';

/** The share of an incident's days in `from`..`to`, both SQL for a day: the meaning of `shareInside`. */
export function shareSql(alias: string, from: string, to: string): string {
  const overlap = (begin: string, end: string) =>
    `greatest(0, least(${end}, ${to}) - greatest(${begin}, ${from}) + 1)`;
  return `CASE WHEN ${alias}.day_count = 0 THEN 0::DOUBLE
    WHEN ${alias}.day_spans IS NULL THEN ${overlap(`${alias}.begin_day`, `${alias}.end_day`)} / ${alias}.day_count
    ELSE list_sum(list_transform(${alias}.day_spans, lambda s: ${overlap('s.f', 's.t')})) / ${alias}.day_count END`;
}

/** Whether an incident may have begun in `from`..`to`: the meaning of `possiblyInside`. */
export function possiblySql(alias: string, from: string, to: string): string {
  return `(${alias}.first_day <= ${to} AND ${alias}.last_day >= ${from} AND (${alias}.possible_spans IS NULL OR
    len(list_filter(${alias}.possible_spans, lambda s: s.f <= ${to} AND s.t >= ${from})) > 0))`;
}

function initiatorClause({ initiators }: Filter): readonly string[] {
  if (initiators === 'any') return [];
  return [
    initiators.length === 0 ? "i.initiator <> 'state'" : 'list_contains($initiators::VARCHAR[], i.initiator)',
  ];
}

function incidentClauses(filter: Filter): string {
  return [
    ...(filter.nothing || filter.from > filter.to ? ['false'] : []),
    possiblySql('i', FROM, TO),
    ...initiatorClause(filter),
    ...(filter.scope === 'any' ? [] : ['i.in_scope = $inScope::BOOLEAN']),
    ...(filter.types.length === 0 ? [] : ['list_contains($types::VARCHAR[], i.type)']),
    ...(filter.regions.length === 0 ? [] : ['list_has_any(i.regions, $regions::VARCHAR[])']),
    ...filter.words.map((_, k) => `contains(i.search, $word${k}::VARCHAR)`),
  ].join(' AND ');
}

function linkClauses(filter: Filter): readonly string[] {
  return [
    ...(filter.relations.length === 0 ? [] : ['list_contains($relations::VARCHAR[], l.relation)']),
    ...(filter.certainties.length === 0 ? [] : ['list_contains($certainties::VARCHAR[], l.certainty)']),
    ...(filter.disputed === null ? [] : ['l.in_dispute = $inDispute::BOOLEAN']),
    ...(filter.actors.length === 0 ? [] : ['list_has_any(l.ancestors, $actors::VARCHAR[])']),
  ];
}

/** Whether the filter looks at links at all. */
export function looksAtLinks(filter: Filter): boolean {
  return linkClauses(filter).length > 0;
}

/** The clauses on the link `l`, as SQL for WHERE; `true` where there are none. */
export function linkFilter(filter: Filter): string {
  return linkClauses(filter).join(' AND ') || 'true';
}

/** The columns that grade the link `l`: `suspected` stands in best where it is asked for. */
export function gradesOf(filter: Filter): { readonly best: string; readonly low: string } {
  const asked = filter.relations.includes('suspected');
  return asked ? { best: 'l.best_asked', low: 'l.low_asked' } : { best: 'l.best', low: 'l.low' };
}

/** The values that the clauses of a filter name. */
export function filterValues(filter: Filter): Parameters {
  return {
    from: filter.from,
    to: filter.to,
    initiators: filter.initiators === 'any' ? [NONE] : filter.initiators,
    inScope: filter.scope === 'in',
    types: filter.types,
    regions: filter.regions,
    relations: filter.relations,
    certainties: filter.certainties,
    inDispute: filter.disputed === 'only',
    actors: filter.actors,
    ...Object.fromEntries(filter.words.map((word, k) => [`word${k}`, word])),
  };
}

/** The incidents with a link that the filter matches, and how firm the firmest of those links are. */
function hitSql(filter: Filter): string {
  const { best, low } = gradesOf(filter);
  return `hit AS (
  SELECT l.n, bool_or(${best}) AS best, bool_or(${low}) AS low,
    coalesce(min(l.certainty_rank) FILTER (${best}), min(l.certainty_rank)) AS firmest
  FROM links l WHERE ${linkFilter(filter)} GROUP BY l.n)`;
}

/**
 * The table expression `matched`: every incident in high with `n, nature_disputed, weight, sure, link_best, link_low,
 * in_best, in_low` as `Match` of lib/query has them, and further columns of `incidents` (or `firmest`).
 */
export function matchSql(filter: Filter, columns: readonly string[] = []): Ctes {
  const linked = looksAtLinks(filter);
  const doubted = doubtsLinks(filter);
  const from = linked ? 'incidents i JOIN hit ON hit.n = i.n' : 'incidents i';
  const column = (name: string) => (name === 'firmest' && linked ? 'hit.firmest' : `i.${name}`);
  const matched = `matched AS (
  SELECT i.n, i.nature_disputed, ${shareSql('i', FROM, TO)} AS weight,
    i.day_count > 0 AND i.first_day >= ${FROM} AND i.last_day <= ${TO} AS sure,
    ${doubted ? 'hit.best' : 'true'} AS link_best,
    NOT i.nature_disputed AND ${doubted ? 'hit.low' : 'true'} AS link_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low${[...new Set(columns)].map((name) => `, ${column(name)}`).join('')}
  FROM ${from} WHERE ${incidentClauses(filter)})`;
  return { ctes: linked ? [hitSql(filter), matched] : [matched], values: filterValues(filter) };
}

/** A whole statement from its table expressions and its last SELECT. */
export function withCtes(ctes: readonly string[], select: string): string {
  return `WITH ${ctes.join(',\n')}\n${select}`;
}
