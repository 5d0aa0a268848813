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
