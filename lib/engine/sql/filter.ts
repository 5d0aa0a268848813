import type { Filter, OwnFilter } from '../../query/query';
import { VALUE_LISTS, type ValueList } from '../../series/facets';
import { ownFigure, ownList, ownOrder, rolledColumn } from './columns';
import type { SqlSpan } from './dialect';
import { placeClauses } from './places';
import type { StatementWriter } from './statement-writer';

/** The window. */
export function windowSql(sql: StatementWriter, { from, to }: Pick<Filter, 'from' | 'to'>): SqlSpan {
  return { from: sql.bind('from_day', 'integer', from), to: sql.bind('to_day', 'integer', to) };
}

/** The share of an incident's days in a span: the meaning of `shareInside`. */
export function shareSql({ dialect }: StatementWriter, alias: string, span: SqlSpan): string {
  const inside = `greatest(0, least(${alias}.end_day, ${span.to}) - greatest(${alias}.begin_day, ${span.from}) + 1)`;
  return `CASE WHEN ${alias}.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN ${alias}.day_spans IS NULL THEN ${inside} / ${alias}.day_count
    ELSE ${dialect.daysOfSpans(`${alias}.day_spans`, span)} / ${alias}.day_count END`;
}

/** Whether an incident may have begun in a span: the meaning of `possiblyInside`. */
export function possiblySql({ dialect }: StatementWriter, alias: string, span: SqlSpan): string {
  return `(${alias}.first_day <= ${span.to} AND ${alias}.last_day >= ${span.from} AND (${alias}.possible_spans IS NULL OR
    ${dialect.spansMeet(`${alias}.possible_spans`, span)}))`;
}

/** The clause on a facet of which a list is asked for; none where all are wanted. */
function listClause(
  sql: StatementWriter,
  { key, asked, apart }: ValueList,
  filter: Filter,
): readonly string[] {
  const wanted = filter[asked];
  const { column, isList } = rolledColumn(key);
  if (wanted === 'any') return [];
  if (wanted.length > 0) {
    const texts = sql.bind(asked, 'texts', wanted);
    return [isList ? sql.dialect.shares(`i.${column}`, texts) : sql.dialect.holds(texts, `i.${column}`)];
  }
  if (apart === null) return [];
  if (!isList) return [`i.${column} <> '${apart.id}'`];
  return [`NOT ${sql.dialect.shares(`i.${column}`, sql.bind(`${asked}_apart`, 'texts', [apart.id]))}`];
}

/** A clause on an own field; `place` is its place among those of the filter. */
function ownClause(sql: StatementWriter, clause: OwnFilter, place: number): string {
  const name = `own${place}`;
  if (clause.kind === 'values') {
    return sql.dialect.shares(`i.${ownList(clause.key)}`, sql.bind(name, 'texts', clause.values));
  }
  const column = `i.${clause.kind === 'numbers' ? ownFigure(clause.key) : ownOrder(clause.key)}`;
  const end = (side: 'from' | 'to') =>
    clause.kind === 'numbers'
      ? sql.bind(`${name}_${side}`, 'number', clause[side] ?? 0)
      : sql.bind(`${name}_${side}`, 'text', clause[side] ?? '');
  return [
    `${column} IS NOT NULL`,
    ...(clause.from === null ? [] : [`${column} >= ${end('from')}`]),
    ...(clause.to === null ? [] : [`${column} <= ${end('to')}`]),
  ].join(' AND ');
}

/** The clauses on the incident `i`, as SQL for WHERE. */
export function incidentClauses(sql: StatementWriter, filter: Filter): string {
  const { contains } = sql.dialect;
  return [
    ...(filter.nothing || filter.from > filter.to ? ['false'] : []),
    possiblySql(sql, 'i', windowSql(sql, filter)),
    ...VALUE_LISTS.flatMap((facet) => listClause(sql, facet, filter)),
    ...(filter.scope === 'any' ? [] : [filter.scope === 'in' ? 'i.in_scope' : 'NOT i.in_scope']),
    ...placeClauses(sql, filter),
    ...filter.own.map((clause, place) => ownClause(sql, clause, place)),
    ...filter.words.map((word, k) => contains('i.search', sql.bind(`word${k}`, 'text', word))),
  ].join(' AND ');
}

/** Whether the filter looks at links at all. */
export function looksAtLinks({ relations, certainties, disputed, actors }: Filter): boolean {
  return disputed !== null || [relations, certainties, actors].some((list) => list.length > 0);
}

/** The clauses on the link `l`, as SQL for WHERE; `true` where there are none. */
export function linkFilter(sql: StatementWriter, filter: Filter): string {
  const { holds, shares } = sql.dialect;
  const { relations, certainties, disputed, actors } = filter;
  const clauses = [
    ...(relations.length === 0 ? [] : [holds(sql.bind('relations', 'texts', relations), 'l.relation')]),
    ...(certainties.length === 0
      ? []
      : [holds(sql.bind('certainties', 'texts', certainties), 'l.certainty')]),
    ...(disputed === null ? [] : [disputed === 'only' ? 'l.in_dispute' : 'NOT l.in_dispute']),
    ...(actors.length === 0 ? [] : [shares('l.ancestors', sql.bind('actors', 'texts', actors))]),
  ];
  return clauses.join(' AND ') || 'true';
}

/** The columns that grade the link `l`: `suspected` stands in best where it is asked for. */
export function gradesOf(filter: Filter): { readonly best: string; readonly low: string } {
  return filter.suspicions ? { best: 'l.best_asked', low: 'l.low_asked' } : { best: 'l.best', low: 'l.low' };
}
