/** Keys that name what an object in a list is, in the order in which they are preferred. */
const TELLING = ['url', 'uri', 'href', 'link', 'name', 'title', 'label', 'text', 'value', 'id'];
const NO_KEYS: readonly string[] = [];

/**
 * A value that is not an object as the text of a cell, as `RawRow` has it: null is '', a list of plain values is joined
 * by `|`, a list of objects by the one value that tells what each is ({@link tellingKey}); what has no such value is
 * kept as JSON.
 */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object') return jsonText(value);
  return Object.is(value, -0) ? '0' : String(value);
}

function listText(list: readonly unknown[]): string {
  if (list.every(isPlain)) return list.map(plainText).join('|');
  const key = tellingKey(list);
  if (key === null) return jsonText(list);
  return list.map((one) => plainText(propertyOf(one, key))).join('|');
}

/**
 * The key by which a list of objects is told in one cell: their only key, or the first of url, uri, href, link, name,
 * title, label, text, value, id that all of them have, plain, and one of them filled. Null where there is none, or the
 * list holds anything else.
 */
export function tellingKey(list: readonly unknown[]): string | null {
  const keys = otherKeys(list, null);
  if (keys === null) return null;
  const candidates = keys.length === 1 ? keys : TELLING;
  const tells = (key: string) =>
    list.every((one) => Object.hasOwn(one as object, key) && isPlain(propertyOf(one, key))) &&
    list.some((one) => plainText(propertyOf(one, key)) !== '');
  return candidates.find(tells) ?? null;
}

/** Keys that say in which part somebody stands in a list: `{"name": "Police", "role": "victim"}`. */
const ROLES = ['role', 'relation', 'side', 'part', 'type'];
/** `type` says more often what somebody is than in which part. */
const IS_PART =
  /^(?:alleged |suspected )?(?:perpetrator|attacker|assailant|aggressor|suspect|victim|target|claimant|initiator|responsible|agresor|v[íi]ctima|autor|objetivo)s?$/i;
const NAMES = [
  'name',
  'actor',
  'group',
  'party',
  'organization',
  'organisation',
  'who',
  'title',
  'label',
  'text',
  'value',
  'id',
];
const ROLE = /^[\p{L}][\p{L}\p{N} _-]{0,29}$/u;

/** What each link of an incident says in the exports of Annals, which is more than a name and a role. */
const LINK_KEYS = ['actor', 'relation', 'certainty', 'claimant', 'disputedBy', 'outlet'];

/** Whether a list is one of links: one of its members has all their keys, whatever somebody left out in others. */
function isOfLinks(list: readonly unknown[]): boolean {
  return list.some((one) => LINK_KEYS.every((key) => Object.hasOwn(one as object, key)));
}

/**
 * A list of objects that each have a name and a role, as an object of lists: the names by their roles, in the order in which
 * these first stand. Null for every other list.
 */
export function namesByRole(list: readonly unknown[]): Readonly<Record<string, readonly string[]>> | null {
  if (otherKeys(list, null) === null || isOfLinks(list)) return null;
  const isText = (one: unknown, key: string) => {
    const value = propertyOf(one, key);
    return Object.hasOwn(one as object, key) && typeof value === 'string' && value.trim() !== '';
  };
  const isPart = (key: string) =>
    key !== 'type' || list.every((one) => IS_PART.test(propertyOf(one, key) as string));
  const role = ROLES.find(
    (key) =>
      list.every((one) => isText(one, key) && ROLE.test(propertyOf(one, key) as string)) && isPart(key),
  );
  const name = NAMES.find((key) => list.every((one) => isText(one, key)));
  if (role === undefined || name === undefined) return null;
  const names = new Map<string, string[]>();
  for (const one of list) {
    const key = (propertyOf(one, role) as string).trim();
    names.set(key, [...(names.get(key) ?? []), propertyOf(one, name) as string]);
  }
  return Object.fromEntries(names);
}

/** The keys of the objects of a list, but for one; null where the list is not of objects alone. */
export function otherKeys(list: readonly unknown[], but: string | null): readonly string[] | null {
  if (list.length === 0 || list.some((one) => isPlain(one) || Array.isArray(one))) return null;
  const keys = new Set(list.flatMap((one) => Object.keys(one as object)));
  if (but !== null) keys.delete(but);
  return keys.size === 0 ? NO_KEYS : [...keys];
}

function propertyOf(one: unknown, key: string): unknown {
  return (one as Record<string, unknown>)[key];
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '';
}
