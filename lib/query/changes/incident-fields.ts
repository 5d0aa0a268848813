import type { Role } from '../../series/field-table';
import { type OwnKey, type OwnValue, ownKey } from '../../series/fields';
import { byProperty, ESTIMATES } from '../../series/measures';
import type { Estimate, Incident, Link } from '../../series/model';
import { ROLES } from '../../series/roles';

/** What a change of a field means to a reader who counts. */
export type ChangeClass = 'date' | 'toll' | 'attribution' | 'other';

type BuiltInChange = Exclude<Role['property'], 'id'>;

/** The properties that every incident has, in the order in which changes are told; the table of roles may have more. */
const FIRST: readonly BuiltInChange[] = ['date', 'title', 'type', 'subtypes', 'regions', 'place'];
const THEN: readonly BuiltInChange[] = [
  'initiator',
  'links',
  'targets',
  ...ESTIMATES.map(({ property }) => property),
];
const PROPERTIES = new Set(
  [...FIRST, ...THEN, ...ROLES.map(({ property }) => property)].filter((property) => property !== 'id'),
);

/** What a change of some of them means; one of the others means no more than that. */
const MEANS: Readonly<Partial<Record<BuiltInChange, ChangeClass>>> = {
  date: 'date',
  initiator: 'attribution',
  links: 'attribution',
  ...byProperty(() => 'toll' as const),
};

/** The fields that every incident has, by the name they have in incidents.json, with what a change means. */
export const CHANGE_FIELDS = Object.fromEntries(
  [...PROPERTIES].map((property) => [property, MEANS[property] ?? 'other']),
) as Readonly<Record<BuiltInChange, ChangeClass>>;
/** A field that is compared: one that every incident has, or one of the series' own. */
export type ChangeField = BuiltInChange | OwnKey;

/** Whether a field holds an estimate. */
export function isEstimate(field: string): boolean {
  return ESTIMATES.some(({ property }) => property === field);
}

/** A value of a field as JSON. */
export type FieldValue =
  | null
  | string
  | boolean
  | number
  | Estimate
  | Incident['place']
  | readonly string[]
  | readonly LinkValue[];

/** A link as JSON: its date is EDTF. */
export type LinkValue = Omit<Link, 'date'> & { readonly date: string | null };

function linkValue({ date, ...link }: Link): LinkValue {
  return { ...link, date: date?.edtf ?? null };
}

/** One text for a value, whatever the order of its keys. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Lists that are sets: their order says nothing. */
function asSet<T>(values: readonly T[]): readonly T[] {
  const texts = new Map(values.map((value) => [textOf(value), value]));
  return [...texts.keys()].sort().map((text) => texts.get(text) as T);
}

/** Whether two lists of links tie the same actors in the same way, whatever sources they name. */
export function tieAlike(a: readonly LinkValue[], b: readonly LinkValue[]): boolean {
  const bare = (links: readonly LinkValue[]) =>
    textOf(asSet(links.map((link) => ({ ...link, sources: [] }))));
  return bare(a) === bare(b);
}

/** The own values of an incident by the keys of the fields; several values are a set. */
function ownFields({ own }: Incident): Readonly<Record<OwnKey, FieldValue>> {
  const comparable = (value: OwnValue) => (typeof value === 'object' ? asSet(value) : value);
  return Object.fromEntries(Object.entries(own).map(([id, value]) => [ownKey({ id }), comparable(value)]));
}

/** The value of a property as JSON; several values are a set. */
function jsonOf(incident: Incident, property: BuiltInChange): FieldValue {
  if (property === 'date') return incident.date.edtf;
  if (property === 'links') return asSet(incident.links.map(linkValue));
  const value = incident[property];
  return Array.isArray(value) ? asSet(value) : value;
}

/** The values of all fields of an incident, each so that equal values have equal texts. An own one without a value is left out. */
export function fieldsOf(
  incident: Incident,
): Readonly<Record<BuiltInChange, FieldValue>> & Readonly<Partial<Record<OwnKey, FieldValue>>> {
  const properties = Object.keys(CHANGE_FIELDS) as BuiltInChange[];
  const known = properties.map((property) => [property, jsonOf(incident, property)]);
  return { ...Object.fromEntries(known), ...ownFields(incident) };
}
