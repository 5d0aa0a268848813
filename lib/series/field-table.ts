import { KINDS } from './field-kinds';
import {
  isGrouping,
  isMeasure,
  isOwnKey,
  type OwnField,
  type OwnKey,
  ownField,
  ownKey,
  ownValue,
} from './fields';
import { type Described, MEASURES, type Measure } from './measures';
import type { Incident } from './model';
import { type FieldReading, ROLES, type Use } from './roles';

export type Role = (typeof ROLES)[number];

type KeyFor<U extends Use, R = Role> = R extends {
  readonly key: infer K;
  readonly uses: readonly (infer V)[];
}
  ? U extends V
    ? K
    : never
  : never;

/** The keys of the roles that can be used in a way, in the order of the table. */
function keysFor<U extends Use>(use: U): readonly [KeyFor<U>, ...KeyFor<U>[]] {
  const fit = ROLES.filter(({ uses }) => (uses as readonly Use[]).includes(use));
  return fit.map(({ key }) => key) as [KeyFor<U>, ...KeyFor<U>[]];
}

export type BuiltInFacet = KeyFor<'facet'>;
/** What incidents can be counted by, value by value. */
export type Facet = BuiltInFacet | OwnKey;
export const FACETS = keysFor('facet');

export type BuiltInSplit = KeyFor<'split'> | 'none';
/** What the groups of a chart are. */
export type Split = BuiltInSplit | OwnKey;
export const SPLITS: readonly [BuiltInSplit, ...BuiltInSplit[]] = [...keysFor('split'), 'none'];

export type BuiltInColumn = KeyFor<'column'>;
/** What the table of incidents can show and be sorted by. */
export type Column = BuiltInColumn | OwnKey;
export const COLUMNS = keysFor('column');

/** A field of a series: one with a role in the model, or one of its own. */
export type Field =
  | (Described & { readonly key: Role['key']; readonly uses: readonly Use[]; readonly role: Role })
  | (Described & { readonly key: OwnKey; readonly uses: readonly Use[]; readonly role: null });

const ROLE_FIELDS: readonly Field[] = ROLES.map((role) => ({ ...role, role }));
const ROLE_BY_KEY = new Map<string, Role>(ROLES.map((role) => [role.key, role]));

function ownUses(field: OwnField): readonly Use[] {
  return [
    ...(isGrouping(field) ? (['facet', 'split'] as const) : []),
    ...(isMeasure(field) ? (['measure'] as const) : []),
    'column',
    ...(KINDS[field.kind].held === 'text' ? (['search'] as const) : []),
  ];
}

interface WithFields {
  readonly fields: readonly OwnField[];
}

/** All fields of a series in order: those with a role, then its own in the order of its columns. */
export function fieldsOf({ fields }: WithFields): readonly Field[] {
  const own = fields.map((field): Field => {
    const { label, kind, many, unit, aggregate, column, description } = field;
    const described = { label, kind, many, unit, aggregate, column, description };
    return { ...described, key: ownKey(field), uses: ownUses(field), role: null };
  });
  return [...ROLE_FIELDS, ...own];
}

/** The fields of a series that can be used in a way, in order. */
export function fieldsFor(guide: WithFields, use: Use): readonly Field[] {
  return fieldsOf(guide).filter(({ uses }) => uses.includes(use));
}

/** The role of a key; undefined where it is the key of none. */
export function roleOf(key: string): Role | undefined {
  return ROLE_BY_KEY.get(key);
}

/** The facets that a series can have, in order. */
export function facetsOf(guide: WithFields): readonly Facet[] {
  return fieldsFor(guide, 'facet').map(({ key }) => key as Facet);
}

/** The splits that a series can have, in order; `none` last. */
export function splitsOf(guide: WithFields): readonly Split[] {
  return [...fieldsFor(guide, 'split').map(({ key }) => key as Split), 'none'];
}

/** The columns that a table of its incidents can have, in order; the id last. */
export function columnsOf(guide: WithFields): readonly Column[] {
  const columns = fieldsFor(guide, 'column').map(({ key }) => key as Column);
  return [...columns.filter((column) => column !== 'id'), 'id'];
}

/** The measures over fields of a series' own, in order. */
export function ownMeasuresOf(guide: WithFields): readonly OwnKey[] {
  return fieldsFor(guide, 'measure')
    .map(({ key }) => key)
    .filter(isOwnKey);
}

/** The measures that a series can have, in order. */
export function measuresOf(guide: WithFields): readonly Measure[] {
  return [...MEASURES, ...ownMeasuresOf(guide)];
}

/** Whether a column holds figures, set flush right and sorted from the greatest. */
export function isNumeric(guide: WithFields, column: Column): boolean {
  const field = isOwnKey(column) ? ownField(guide, column) : roleOf(column);
  return field?.kind === 'number';
}

/** Whether an incident says anything in a field. */
export function isStated(incident: Incident, key: Role['key'] | OwnKey): boolean {
  if (isOwnKey(key)) return ownValue(incident, key.slice(1)) !== undefined;
  const role = roleOf(key);
  return role !== undefined && isSaid(incident, role.read);
}

function isSaid(incident: Incident, read: FieldReading): boolean {
  switch (read.as) {
    case 'date':
      return true;
    case 'text':
      return read.of(incident) !== null;
    case 'number':
      return read.of(incident) > 0;
    case 'estimate':
      return Object.values(incident[read.property]).some((end) => end !== null);
    case 'values':
      return read.of(incident).length > 0;
    case 'links':
      return incident.links.length > 0;
  }
}

/** What a property of an incident is called, after the first field that it holds: `Title`, `Actors`. */
export function propertyLabel(property: keyof Incident): string {
  const role = ROLES.find((one) => one.property === property);
  const many = role?.many ? role.noun?.many : undefined;
  return many === undefined ? (role?.label ?? property) : many.charAt(0).toUpperCase() + many.slice(1);
}
