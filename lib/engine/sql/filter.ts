import { type Filter, NONE, type OwnFilter, SEVERAL } from '../../query/query';
import type { Args } from './args';
import { ownFigure, ownList, ownOrder } from './columns';

/** The window, where the table `args a` stands in FROM. */
export const FROM = 'a.from_day';
export const TO = 'a.to_day';

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
  return [initiators.length === 0 ? "i.initiator <> 'state'" : 'list_contains(a.initiators, i.initiator)'];
}

/** A clause on an own field; its values are the list of this place in `own_values` of `args`, its ends those of that list. */
function ownClause(clause: OwnFilter, place: number): string {
  const at = place + 1;
  if (clause.kind === 'values') {
    return `list_has_any(i.${ownList(clause.key)}, a.own_values[${at}])`;
  }
  const [column, type] =
    clause.kind === 'numbers' ? [ownFigure(clause.key), 'DOUBLE'] : [ownOrder(clause.key), 'VARCHAR'];
  const end = (side: 1 | 2) => `a.own_values[${at}][${side}]::${type}`;
  return [
    `i.${column} IS NOT NULL`,
    ...(clause.from === null ? [] : [`i.${column} >= ${end(1)}`]),
    ...(clause.to === null ? [] : [`i.${column} <= ${end(2)}`]),
  ].join(' AND ');
}

/** What the clauses on own fields read: for each its values, or its two ends. */
function ownValues(own: Filter['own']): readonly (readonly string[])[] {
  return own.map((clause) =>
    clause.kind === 'values' ? clause.values : [String(clause.from ?? ''), String(clause.to ?? '')],
  );
}

/** The clauses on the incident `i`, as SQL for WHERE, beside `args a`. */
export function incidentClauses(filter: Filter): string {
  return [
    ...(filter.nothing || filter.from > filter.to ? ['false'] : []),
    possiblySql('i', FROM, TO),
    ...initiatorClause(filter),
    ...(filter.scope === 'any' ? [] : [filter.scope === 'in' ? 'i.in_scope' : 'NOT i.in_scope']),
    ...(filter.types.length === 0 ? [] : ['list_contains(a.types, i.type)']),
    ...(filter.regions.length === 0 ? [] : ['list_has_any(i.regions, a.regions)']),
    ...filter.own.map(ownClause),
    ...filter.words.map((_, k) => `contains(i.search, a.word${k})`),
  ].join(' AND ');
}

function linkClauses(filter: Filter): readonly string[] {
  return [
    ...(filter.relations.length === 0 ? [] : ['list_contains(a.relations, l.relation)']),
    ...(filter.certainties.length === 0 ? [] : ['list_contains(a.certainties, l.certainty)']),
    ...(filter.disputed === null ? [] : [filter.disputed === 'only' ? 'l.in_dispute' : 'NOT l.in_dispute']),
    ...(filter.actors.length === 0 ? [] : ['list_has_any(l.ancestors, a.actors)']),
  ];
}

/** Whether the filter looks at links at all. */
export function looksAtLinks(filter: Filter): boolean {
  return linkClauses(filter).length > 0;
}

/** The links `l` for FROM, with the table `args` beside them where {@link linkFilter} reads it. */
export function linksFrom(filter: Filter): string {
  return looksAtLinks(filter) ? 'links l CROSS JOIN args a' : 'links l';
}

/** The clauses on the link `l`, as SQL for WHERE; `true` where there are none. */
export function linkFilter(filter: Filter): string {
  return linkClauses(filter).join(' AND ') || 'true';
}

/** The columns that grade the link `l`: `suspected` stands in best where it is asked for. */
export function gradesOf(filter: Filter): { readonly best: string; readonly low: string } {
  return filter.suspicions ? { best: 'l.best_asked', low: 'l.low_asked' } : { best: 'l.best', low: 'l.low' };
}

/** The values that the clauses of a filter read. */
export function filterValues(filter: Filter): Args {
  const { series, initiators } = filter;
  return {
    from_day: filter.from,
    to_day: filter.to,
    ...(initiators === 'any' ? {} : { initiators }),
    types: filter.types,
    regions: filter.regions,
    relations: filter.relations,
    certainties: filter.certainties,
    actors: filter.actors,
    words: filter.words,
    own_values: ownValues(filter.own),
    ...(series && {
      series_each: series.each,
      series_only: series.only,
      series_beyond: [...series.beyond, NONE, SEVERAL],
      series_not: [...series.not, NONE, SEVERAL],
    }),
  };
}
