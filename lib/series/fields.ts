import { type FieldKind, KINDS } from './field-kinds';

/** How the numbers of a field add up over incidents. */
export const AGGREGATES = ['sum', 'mean', 'none'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** A field of the series' own: a column that no role of the model takes. */
export interface OwnField {
  /** `^[a-z0-9][a-z0-9_-]{0,59}$`, unique in the series. */
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Whether an incident can have several values: a list of texts. Only some kinds can. */
  readonly many: boolean;
  /** What numbers are in: `USD`, `km`; null where nothing is said. */
  readonly unit: string | null;
  /** `none` for everything but numbers. */
  readonly aggregate: Aggregate;
  /** The source's column; null where it came from none. */
  readonly column: string | null;
  readonly description: string | null;
}

/** A value of an own field: texts (days as `YYYY-MM-DD`), a number, yes or no, or several texts. */
export type OwnValue = string | number | boolean | readonly string[];

/** The own values of an incident by the id of the field; what is not stated is left out. */
export type OwnValues = Readonly<Record<string, OwnValue>>;

/** What has own fields: a series, or what is known of it. */
interface WithFields {
  readonly fields: readonly OwnField[];
}

/** What says something in them: an incident. */
interface WithOwn {
  readonly own: OwnValues;
}

/** An own field as the address names it: its id with a leading dot, so that it is never taken for a built-in one. */
export type OwnKey = `.${string}`;

export const FIELD_ID = /^[a-z0-9][a-z0-9_-]{0,59}$/;

export function isOwnKey(key: string): key is OwnKey {
  return key.startsWith('.');
}

export function ownKey({ id }: Pick<OwnField, 'id'>): OwnKey {
  return `.${id}`;
}

/** The own field of a key; undefined where the series has none. */
export function ownField({ fields }: WithFields, key: string): OwnField | undefined {
  return isOwnKey(key) ? fields.find(({ id }) => id === key.slice(1)) : undefined;
}

/** Whether incidents can be counted by the values of a field. */
export function isGrouping({ kind }: Pick<OwnField, 'kind'>): boolean {
  return KINDS[kind].grouping;
}

/** Whether the numbers of a field can be a measure. */
export function isMeasure({ kind, aggregate }: Pick<OwnField, 'kind' | 'aggregate'>): boolean {
  return kind === 'number' && aggregate !== 'none';
}

/** How a measure of a series adds up; a measure that it does not have adds nothing. */
export function aggregateOf(guide: WithFields, measure: string): Aggregate {
  return isOwnKey(measure) ? (ownField(guide, measure)?.aggregate ?? 'sum') : 'sum';
}

/** Texts that mean something among ids, beginnings that do in the clause on groups, and the sign that says they do not. */
const MEANS_SOMETHING = /^(?:none$|several$|only:|not:|beyond:|\\)/;

/** A value as an id among others: the text itself, with a backslash before one that would be taken for something else. */
export function valueId(text: string): string {
  return MEANS_SOMETHING.test(text) ? `\\${text}` : text;
}

/** The inverse of {@link valueId}. */
export function valueOfId(id: string): string {
  return id.startsWith('\\') ? id.slice(1) : id;
}

function textsOf(value: OwnValue): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'object' ? value : [String(value)];
}

/** What an incident says in the field of an id; undefined where it says nothing, also where the id is `constructor`. */
export function ownValue({ own }: WithOwn, id: string): OwnValue | undefined {
  return Object.hasOwn(own, id) ? own[id] : undefined;
}

/** The ids of the values that an incident has in an own field, each once; empty where it is not stated. */
export function ownIds(incident: WithOwn, key: OwnKey): readonly string[] {
  const value = ownValue(incident, key.slice(1));
  return value === undefined ? [] : [...new Set(textsOf(value).map(valueId))];
}

/** The number that an incident has in an own field; null where it is not stated. */
export function ownNumber(incident: WithOwn, key: OwnKey): number | null {
  const value = ownValue(incident, key.slice(1));
  return typeof value === 'number' ? value : null;
}
