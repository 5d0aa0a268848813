import { pointOf, settle } from '../series/estimate';
import type { Column, Role } from '../series/field-table';
import { isOwnKey, type OwnKey, ownValue } from '../series/fields';
import type { Incident, Series, SeriesGuide } from '../series/model';
import { ROLES, type Vocabulary } from '../series/roles';
import { byCodePoint } from '../text/order';
import type { SortKey } from '../view/view';

/** One of the values that a column is sorted by. */
export type SortValue = string | number | null;
/** What an incident has in a column, in the order in which the values decide. */
export type SortValues = (incident: Incident) => readonly SortValue[];

/** Texts as one to sort by; null for none. */
export function joined(values: readonly (string | undefined)[]): string | null {
  return values.length === 0 ? null : values.map((value) => value ?? '').join(', ');
}

/** What the values of a field are called: by what the series calls them, where it brings them; else by themselves. */
export function labelsIn(
  series: SeriesGuide,
  vocabulary: Vocabulary | null,
): (id: string) => string | undefined {
  if (vocabulary === null || 'labels' in vocabulary) return (id) => id;
  const labels =
    vocabulary.list === 'actors'
      ? series.actors.map(({ id, shortName }) => [id, shortName] as const)
      : series[vocabulary.list].map(({ id, label }) => [id, label] as const);
  const known = new Map<string, string>(labels);
  return (id) => known.get(id);
}

function builtIn(series: Series, { read, vocabulary }: Role): SortValues {
  const labels = labelsIn(series, vocabulary);
  switch (read.as) {
    case 'date':
      return ({ date }) => [date.earliest, date.latest];
    case 'text':
    case 'number':
      return (incident) => [read.of(incident)];
    case 'estimate':
      return (incident) => [pointOf(settle(incident[read.property]))];
    case 'values':
      return (incident) => [joined([...new Set(read.of(incident))].map(labels))];
    case 'links':
      return (incident) => [
        joined([...new Set(incident.links.map((link) => read.of(link, incident)))].map(labels)),
      ];
  }
}

/** What each column sorts by: labels for ids, the best figure (or the low end of a range) for estimates, first then last day for dates. */
export function sortValues(series: Series): (column: Column) => SortValues {
  const made = new Map(ROLES.map((role) => [role.key as string, builtIn(series, role)]));
  return (column) => (isOwnKey(column) ? (incident) => [ownOrder(incident, column)] : made.get(column)!);
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
