import type { BuiltInFacet } from '../series/field-table';
import { isOwnKey, type OwnKey } from '../series/fields';
import type { DatasetId, SeriesGuide } from '../series/model';
import { GRAMMAR, OWN_FIELDS } from './grammar';
import type { Entry, StandardBasis } from './grammar/entry';
import { STANDARD, type Standard, type View } from './view';

type Grammar = typeof GRAMMAR;
/** A key of the address that is not of an own field. */
export type ViewKey = Exclude<keyof Grammar, typeof OWN_FIELDS>;
type KeysWith<Part> = { [K in ViewKey]: Grammar[K] extends Part ? K : never }[ViewKey];
/** The keys that decide which incidents are counted. */
export type FilterKey = KeysWith<{ readonly use: 'filters' }>;
/** The keys that hold lists of values to tick. */
export type TickKey = KeysWith<{ readonly kind: 'list' }>;

/** An entry for code that treats all of them alike. Methods, for each is only given values of its own field. */
export interface AnyEntry extends Pick<Entry, 'kind' | 'use' | 'field' | 'beside' | 'label'> {
  read(texts: readonly string[], key: string): ReturnType<Entry['read']>;
  write(value: unknown): string;
  standard(view: StandardBasis): unknown;
  follows?(view: StandardBasis): unknown;
}

/** The entries with their keys, in the order of the address; that of own fields among them. */
export const ENTRIES: readonly (readonly [key: string, entry: AnyEntry])[] =
  Object.entries<AnyEntry>(GRAMMAR);

export const VIEW_KEYS = Object.keys(GRAMMAR).filter(isViewKey);
export const TICK_KEYS = VIEW_KEYS.filter(isTickKey);

/** Whether a key is of the grammar itself; those of own fields are not. */
export function isViewKey(key: string): key is ViewKey {
  return key !== OWN_FIELDS && Object.hasOwn(GRAMMAR, key);
}

export function isTickKey(key: string): key is TickKey {
  return isViewKey(key) && GRAMMAR[key].kind === 'list';
}

/** The values that a key can have in this series, `none` included where it means something. */
export function knownIds(guide: SeriesGuide, key: BuiltInFacet): readonly string[] {
  const entry = GRAMMAR[key];
  return entry.kind === 'list' ? entry.known(guide) : entry.choices;
}

/** The entry of a key. */
export function entryOf(key: ViewKey | OwnKey): AnyEntry {
  return GRAMMAR[isOwnKey(key) ? OWN_FIELDS : key];
}

/** Whether a key decides which incidents are counted. */
export function isFilterKey(key: string): key is FilterKey | OwnKey {
  return isOwnKey(key) || (isViewKey(key) && GRAMMAR[key].use === 'filters');
}

/** A view in which all fields but those of `said` are what an address means that does not say them. */
export function withStandards(base: StandardBasis & Pick<View, 'dataset'>, said: Partial<View>): View {
  const fields = ENTRIES.map(([, { field, standard }]) => [field, standard({ ...base, ...said })]);
  // A field that no entry holds would be missed here.
  const held: Pick<View, Grammar[keyof Grammar]['field']> = Object.fromEntries(fields);
  const { dataset, standard } = base;
  return { dataset, standard, ...held, broken: [], ...said };
}

/** The view that an address without a query means, in a series of this standard. */
export function defaultView(dataset: DatasetId, standard: Standard = STANDARD): View {
  const { split } = standard;
  return withStandards({ dataset, standard, split, actors: [], groups: [], revision: null }, {});
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

const NOTHING: readonly never[] = [];

/** What of a view an entry writes, as keys and texts: a default not at all, own fields each under its key. */
export function textsOf(view: View, key: string, entry: AnyEntry): readonly (readonly [string, string])[] {
  if (entry.kind === 'own') return view.own.map((clause) => [clause.key, entry.write([clause])]);
  const [value, standard] = [view[entry.field], entry.standard(view)];
  if (value === standard || (isEmpty(value) && isEmpty(standard))) return NOTHING;
  const text = entry.write(value);
  return text === entry.write(standard) ? [] : [[key, text]];
}

/** Whether a key as it stands in an address belongs to an entry. */
export function owns(key: string, written: string): boolean {
  return key === OWN_FIELDS ? isOwnKey(written) : key === written;
}
