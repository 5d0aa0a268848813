import { type BuiltInFacet, type BuiltInSplit, type Role, roleOf, SPLITS, type Split } from './field-table';
import { isOwnKey, type OwnField, type OwnKey, ownField, ownIds } from './fields';
import type { Incident, SeriesGuide } from './model';
import { regionsAbove } from './places/region-tree';
import { ROLES, type Use, type Vocabulary } from './roles';

type KeyOf<Part, R = Role> = R extends Part & { readonly key: infer K } ? K : never;

/** The facets whose values are those of links, in doubt as the links are. The model knows each of them: what it means to be tied. */
export type LinkFacet = Extract<KeyOf<{ readonly read: { readonly as: 'links' } }>, BuiltInFacet>;
export type LinkSplit = Extract<LinkFacet, BuiltInSplit>;
/** The facets whose values are those of the incident itself, never in doubt. Nothing but the table of roles names them. */
export type ValueFacet = Exclude<BuiltInFacet, LinkFacet>;

/** The facets of which views and filters ask for a list of values, and what they call the list. */
export type ListRole<K extends string = string> = Extract<Role, { readonly asked: string; readonly key: K }>;
export type ListFacet = ListRole['key'];
export type AskedList = ListRole['asked'];
/** The lists of facets of which one value stands apart. */
export type ApartList = Extract<ListRole, { readonly apart: object }>['asked'];
/** A facet of which a list is asked for, whose values are those of the incident itself. */
export type ValueList = Extract<ListRole, { readonly key: ValueFacet }>;

/** The roles of the facets of which a list is asked for, in order. */
export const LIST_ROLES: readonly ListRole[] = ROLES.filter((role) => role.asked !== null);
/** The facets whose values are those of the incident itself, in order. */
export const VALUE_FACETS = ROLES.filter(
  ({ uses, read }) => (uses as readonly Use[]).includes('facet') && read.as === 'values',
) as readonly Extract<Role, { readonly key: ValueFacet }>[];
/** Of these, the ones of which a list is asked for. */
export const VALUE_LISTS = VALUE_FACETS.filter(({ asked }) => asked !== null) as readonly ValueList[];

/** The role of a facet of which a list is asked for. */
export function listRole<K extends ListFacet>(key: K): ListRole<K> {
  return LIST_ROLES.find((role) => role.key === key) as ListRole<K>;
}

const keysReading = (as: string) =>
  new Set<string>(ROLES.filter(({ read }) => read.as === as).map(({ key }) => key));
const OF_LINKS = keysReading('links');
const OF_VALUES = keysReading('values');

export function isLinkFacet(key: string): key is LinkFacet {
  return OF_LINKS.has(key);
}

/** Whether a split, or a facet that is one too, is by links. */
export function isLinkSplit(key: string): key is LinkSplit {
  return OF_LINKS.has(key) && (SPLITS as readonly string[]).includes(key);
}

/** Whether a facet or a split is of values that the incident itself has. */
export function isValueFacet(key: string): key is ValueFacet | OwnKey {
  return isOwnKey(key) || OF_VALUES.has(key);
}

/** The splits by values that a series brings itself; those of the model are few, and have an order of their own. */
export type OpenSplit =
  | Extract<KeyOf<{ readonly vocabulary: { readonly list: string } }>, BuiltInSplit>
  | OwnKey;

export function isOpenSplit(split: Split): split is OpenSplit {
  const vocabulary = roleOf(split)?.vocabulary;
  return isOwnKey(split) || (vocabulary != null && 'list' in vocabulary);
}

/** Whether an incident has at most one value in a split, so that its groups never share one. */
export function isSingle({ fields }: { readonly fields: readonly OwnField[] }, split: Split): boolean {
  const field = isOwnKey(split) ? ownField({ fields }, split) : roleOf(split);
  return field === undefined || !field.many;
}

/** The distinct ids that an incident has in a facet of its own; empty where it has none. */
export function idsOf(incident: Incident, key: ValueFacet | OwnKey): readonly string[] {
  if (isOwnKey(key)) return ownIds(incident, key);
  const role = roleOf(key);
  return role?.read.as === 'values' ? [...new Set<string>(role.read.of(incident))] : [];
}

/**
 * Gives the ids of an incident in a facet with those above them: a region is in a country. Filters and facets go by all of
 * them, groups by those of the incident itself.
 */
export function rollingIn({
  regions,
}: Pick<SeriesGuide, 'regions'>): (key: ValueFacet | OwnKey, ids: readonly string[]) => readonly string[] {
  const above = regionsAbove(regions);
  return (key, ids) => (key === 'region' ? above(ids) : ids);
}

/** Something for each list that views and filters ask for, by its name. */
export function byAsked<T>(make: (role: ListRole) => T): Readonly<Record<AskedList, T>> {
  return Object.fromEntries(LIST_ROLES.map((role) => [role.asked, make(role)])) as Record<AskedList, T>;
}

/** The ids of a vocabulary in a series, in order, and that of having no value where that can be. */
export function idsIn(vocabulary: Vocabulary, guide: Pick<SeriesGuide, 'actors' | 'types' | 'regions'>) {
  const known =
    'list' in vocabulary
      ? guide[vocabulary.list].map(({ id }) => id as string)
      : Object.keys(vocabulary.labels);
  return vocabulary.none === null ? known : [...known, 'none'];
}
