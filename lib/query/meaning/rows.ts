import { pointOf, settle } from '../../series/estimate';
import { isOwnKey, type OwnKey, ownValue } from '../../series/fields';
import type { Incident, Series } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { BuiltInColumn, Column, SortKey } from '../../view/view';
import type { PositionQuery, RowsQuery } from '../query';
import type { PositionResult, Row, RowsResult } from '../result';
import type { Match } from './matched';

type Value = string | number | null;
type ValuesOf = (incident: Incident) => readonly Value[];

function joined(values: readonly (string | undefined)[]): string | null {
  return values.length === 0 ? null : values.map((value) => value ?? '').join(', ');
}

/** What each column sorts by: labels for ids, the best figure (or the low end of a range) for estimates, first then last day for dates. */
export function columnValues(series: Series): (column: Column) => ValuesOf {
  const actors = new Map(series.actors.map((actor) => [actor.id, actor.shortName]));
  const types = new Map(series.types.map((type) => [type.id, type.label]));
  const regions = new Map(series.regions.map((region) => [region.id, region.label]));
  const builtIn: Record<BuiltInColumn, ValuesOf> = {
    date: ({ date }) => [date.earliest, date.latest],
    title: ({ title }) => [title],
    actor: ({ links }) => [joined([...new Set(links.map(({ actor }) => actor))].map((id) => actors.get(id)))],
    relation: ({ links }) => [joined([...new Set(links.map(({ relation }) => relation))])],
    type: ({ type }) => [type === null ? null : (types.get(type) ?? null)],
    region: (incident) => [joined(incident.regions.map((id) => regions.get(id)))],
    place: ({ place }) => [place.name],
    initiator: ({ initiator }) => [initiator],
    fatalities: ({ fatalities }) => [pointOf(settle(fatalities))],
    injured: ({ injured }) => [pointOf(settle(injured))],
    perpetrators: ({ perpetratorsKilled }) => [pointOf(settle(perpetratorsKilled))],
    sources: ({ sources }) => [sources.length],
    id: ({ id }) => [id],
  };
  return (column) => (isOwnKey(column) ? (incident) => [ownOrder(incident, column)] : builtIn[column]);
}

/** What an own field sorts by: numbers as such, yes after no, lists by their texts joined. */
function ownOrder(incident: Incident, key: OwnKey): Value {
  const value = ownValue(incident, key.slice(1));
  if (value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' ? joined(value) : value;
}

function compare(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
  return descending ? -order : order;
}

/** A page that ends within this part of the rows is picked out; beyond it all rows are sorted. */
const FEW = 50;
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
  return [...matches].sort(orderOf(series, sort));
}

/** Compares two matches by the keys asked for, then by those that settle ties. */
function orderOf(series: Series, sort: readonly SortKey[]): (a: Match, b: Match) => number {
  const values = columnValues(series);
  const keys = [...(sort.length === 0 ? DEFAULT_SORT : sort), ...TIES].map(({ column, descending }) => ({
    valuesOf: remembered(values(column)),
    descending,
  }));
  return (a, b) => {
    for (const { valuesOf, descending } of keys) {
      const [left, right] = [valuesOf(a.one.incident), valuesOf(b.one.incident)];
      for (let i = 0; i < left.length; i++) {
        const order = compare(left[i] ?? null, right[i] ?? null, descending);
        if (order !== 0) return order;
      }
    }
    return 0;
  };
}

/** Works values out once for each incident that is compared. */
function remembered(valuesOf: ValuesOf): ValuesOf {
  const known = new Map<Incident, readonly Value[]>();
  return (incident) => {
    const same = known.get(incident);
    if (same !== undefined) return same;
    const fresh = valuesOf(incident);
    known.set(incident, fresh);
    return fresh;
  };
}

/** The first `most` matches in table order, without sorting the others. */
function firstMatches(
  matches: readonly Match[],
  most: number,
  order: (a: Match, b: Match) => number,
): readonly Match[] {
  const first: Match[] = [];
  for (const match of matches) {
    const worst = first.length < most ? undefined : first[most - 1];
    if (worst !== undefined && order(worst, match) <= 0) continue;
    let [from, to] = [0, first.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (order(first[middle]!, match) <= 0) from = middle + 1;
      else to = middle;
    }
    first.splice(from, 0, match);
    if (first.length > most) first.pop();
  }
  return first;
}

function row({ one, links, weight, inLow, inBest }: Match): Row {
  const matched = links.flatMap(({ link }) => (link.index === null ? [] : [link.index]));
  return { incident: one.incident, weight, inLow, inBest, matched };
}

/** The meaning of a rows query over its matches. */
export function evaluateRows(series: Series, matches: readonly Match[], query: RowsQuery): RowsResult {
  const end = query.offset + query.limit;
  const sorted =
    end * FEW < matches.length
      ? firstMatches(matches, end, orderOf(series, query.sort))
      : sortMatches(series, matches, query.sort);
  return { total: matches.length, rows: sorted.slice(query.offset, end).map(row) };
}

/** The meaning of a position query over its matches. */
export function evaluatePosition(
  series: Series,
  matches: readonly Match[],
  query: PositionQuery,
): PositionResult {
  const total = matches.length;
  const here = matches.find(({ one }) => one.incident.id === query.incident);
  if (!here) return { total, index: null, previous: null, next: null };
  const order = orderOf(series, query.sort);
  let index = 0;
  let previous: Match | null = null;
  let next: Match | null = null;
  for (const match of matches) {
    const side = order(match, here);
    if (side < 0) {
      index += 1;
      if (previous === null || order(match, previous) > 0) previous = match;
    } else if (match !== here && (next === null || order(match, next) < 0)) next = match;
  }
  return { total, index, previous: previous?.one.incident.id ?? null, next: next?.one.incident.id ?? null };
}
