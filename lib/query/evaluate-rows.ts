import { settle } from '../series/estimate';
import type { Incident, Series } from '../series/model';
import { byCodePoint } from '../series/text';
import type { Column, SortKey } from '../view/view';
import type { Match } from './matched';
import type { PositionQuery, RowsQuery } from './query';
import type { PositionResult, Row, RowsResult } from './result';

type Value = string | number | null;
type ValuesOf = (incident: Incident) => readonly Value[];

function joined(values: readonly (string | undefined)[]): string | null {
  return values.length === 0 ? null : values.map((value) => value ?? '').join(', ');
}

/** What each column sorts by: labels for ids, the best figure for estimates, first then last day for dates. */
export function columnValues(series: Series): Record<Column, ValuesOf> {
  const actors = new Map(series.actors.map((actor) => [actor.id, actor.shortName]));
  const types = new Map(series.types.map((type) => [type.id, type.label]));
  const regions = new Map(series.regions.map((region) => [region.id, region.label]));
  return {
    date: ({ date }) => [date.earliest, date.latest],
    title: ({ title }) => [title],
    actor: ({ links }) => [joined([...new Set(links.map(({ actor }) => actor))].map((id) => actors.get(id)))],
    relation: ({ links }) => [joined([...new Set(links.map(({ relation }) => relation))])],
    type: ({ type }) => [type === null ? null : (types.get(type) ?? null)],
    region: (incident) => [joined(incident.regions.map((id) => regions.get(id)))],
    place: ({ place }) => [place.name],
    initiator: ({ initiator }) => [initiator],
    fatalities: ({ fatalities }) => [settle(fatalities).best],
    injured: ({ injured }) => [settle(injured).best],
    perpetrators: ({ perpetratorsKilled }) => [settle(perpetratorsKilled).best],
    sources: ({ sources }) => [sources.length],
    id: ({ id }) => [id],
  };
}

function compare(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
  return descending ? -order : order;
}

const DEFAULT_SORT: readonly SortKey[] = [{ column: 'date', descending: true }];
const TIES: readonly SortKey[] = [
  { column: 'date', descending: false },
  { column: 'id', descending: false },
];

/** The matches in table order: nulls last both ways, ties by date and id. */
export function sortMatches(
  series: Series,
  matches: readonly Match[],
  sort: readonly SortKey[],
): readonly Match[] {
  const values = columnValues(series);
  const keys = [...(sort.length === 0 ? DEFAULT_SORT : sort), ...TIES];
  const decorated = matches.map((match) => ({
    match,
    values: keys.map(({ column }) => values[column](match.one.incident)),
  }));
  decorated.sort((a, b) => {
    for (const [k, key] of keys.entries()) {
      for (const [i, value] of (a.values[k] ?? []).entries()) {
        const order = compare(value, b.values[k]?.[i] ?? null, key.descending);
        if (order !== 0) return order;
      }
    }
    return 0;
  });
  return decorated.map(({ match }) => match);
}

function row({ one, links, weight, inLow, inBest }: Match): Row {
  const matched = links.flatMap(({ link }) => (link.index === null ? [] : [link.index]));
  return { incident: one.incident, weight, inLow, inBest, matched };
}

/** The meaning of a rows query over its matches. */
export function evaluateRows(series: Series, matches: readonly Match[], query: RowsQuery): RowsResult {
  const sorted = sortMatches(series, matches, query.sort);
  return { total: matches.length, rows: sorted.slice(query.offset, query.offset + query.limit).map(row) };
}

/** The meaning of a position query over its matches. */
export function evaluatePosition(
  series: Series,
  matches: readonly Match[],
  query: PositionQuery,
): PositionResult {
  const ids = sortMatches(series, matches, query.sort).map(({ one }) => one.incident.id);
  const index = ids.indexOf(query.incident);
  return {
    total: ids.length,
    index: index < 0 ? null : index,
    previous: index > 0 ? (ids[index - 1] ?? null) : null,
    next: index < 0 ? null : (ids[index + 1] ?? null),
  };
}
