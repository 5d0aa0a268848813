import { pointOf, settle } from '../series/estimate';
import type { BuiltInColumn, Column } from '../series/field-table';
import { isOwnKey, type OwnKey, ownValue } from '../series/fields';
import { byEstimate, propertyOf } from '../series/measures';
import type { Incident, Series } from '../series/model';
import { byCodePoint } from '../text/order';
import type { SortKey } from '../view/view';

/** One of the values that a column is sorted by. */
export type SortValue = string | number | null;
/** What an incident has in a column, in the order in which the values decide. */
export type SortValues = (incident: Incident) => readonly SortValue[];

function joined(values: readonly (string | undefined)[]): string | null {
  return values.length === 0 ? null : values.map((value) => value ?? '').join(', ');
}

/** What each column sorts by: labels for ids, the best figure (or the low end of a range) for estimates, first then last day for dates. */
export function sortValues(series: Series): (column: Column) => SortValues {
  const actors = new Map(series.actors.map((actor) => [actor.id, actor.shortName]));
  const types = new Map(series.types.map((type) => [type.id, type.label]));
  const regions = new Map(series.regions.map((region) => [region.id, region.label]));
  const builtIn: Record<BuiltInColumn, SortValues> = {
    date: ({ date }) => [date.earliest, date.latest],
    title: ({ title }) => [title],
    actor: ({ links }) => [joined([...new Set(links.map(({ actor }) => actor))].map((id) => actors.get(id)))],
    relation: ({ links }) => [joined([...new Set(links.map(({ relation }) => relation))])],
    type: ({ type }) => [type === null ? null : (types.get(type) ?? null)],
    region: (incident) => [joined(incident.regions.map((id) => regions.get(id)))],
    place: ({ place }) => [place.name],
    initiator: ({ initiator }) => [initiator],
    ...byEstimate(
      (key): SortValues =>
        (incident) => [pointOf(settle(incident[propertyOf(key)]))],
    ),
    sources: ({ sources }) => [sources.length],
    id: ({ id }) => [id],
  };
  return (column) => (isOwnKey(column) ? (incident) => [ownOrder(incident, column)] : builtIn[column]);
}

/** What an own field sorts by: numbers as such, yes after no, lists by their texts joined. */
function ownOrder(incident: Incident, key: OwnKey): SortValue {
  const value = ownValue(incident, key.slice(1));
  if (value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' ? joined(value) : value;
}

/** Orders two values of a column, texts by code point; null last both ways. */
export function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
  return descending ? -order : order;
}

const DEFAULT_SORT: readonly SortKey[] = [{ column: 'date', descending: true }];
const TIES: readonly SortKey[] = [
  { column: 'date', descending: false },
  { column: 'id', descending: false },
];

/** All keys that decide an order: those asked for (the latest first where there are none), then those that settle ties. */
export function sortKeys(sort: readonly SortKey[]): readonly SortKey[] {
  return [...(sort.length === 0 ? DEFAULT_SORT : sort), ...TIES];
}
