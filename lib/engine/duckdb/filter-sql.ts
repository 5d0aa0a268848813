import { type Filter, NONE, SEVERAL } from '../../query/query';
import type { Parameters } from './statement';

/** `$name` as days; the cast keeps DuckDB from planning a statement anew for each set of values. */
export const FROM = '$from::INTEGER';
export const TO = '$to::INTEGER';

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

/** The clauses on the incident `i`, as SQL for WHERE. */
export function incidentClauses(filter: Filter): string {
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

function seriesValues({ series }: Filter): Parameters {
  if (series === null) return {};
  const beyond = series.not.length > 0;
  return {
    seriesEach: series.each,
    seriesOnly: series.only,
    seriesNot: [...series.not, NONE, SEVERAL],
    seriesBeyond: beyond,
  };
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
    ...seriesValues(filter),
    ...Object.fromEntries(filter.words.map((word, k) => [`word${k}`, word])),
  };
}
