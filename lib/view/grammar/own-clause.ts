import type { OwnKey } from '../../series/fields';
import { byCodePoint } from '../../text/order';
import type { OwnClause } from '../view';

/** A field of the series' own as the address names it. */
export const OWN_KEY = /^\.[a-z0-9][a-z0-9_-]{0,59}$/;

/** The ends of a range: a number, or a day; either may be open. */
const END = '-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}';
const RANGE = new RegExp(`^(${END})?\\.\\.(${END})?$`);

/** Parts a list at its commas. A backslash takes the next character as it is, so that values can hold commas. */
export function parted(text: string): readonly string[] {
  const items: string[] = [''];
  for (const [, escaped, plain] of text.matchAll(/\\(.)|(.)/gsu)) {
    if (plain === ',') items.push('');
    else items[items.length - 1] += escaped ?? plain ?? '';
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** Writes a list; the inverse of {@link parted}. */
export function joined(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');
}

/** Reads the value of an own key: values, or a range; `nothing` for an empty text, null for one that is neither. */
export function parseClause(key: OwnKey, text: string): OwnClause | 'nothing' | null {
  if (text === '') return 'nothing';
  const range = RANGE.exec(text);
  if (range) {
    const [, from = null, to = null] = range;
    return from === null && to === null ? null : { key, values: [], range: { from, to } };
  }
  const values = [...new Set(parted(text))].sort(byCodePoint);
  return values.length === 0 ? null : { key, values, range: null };
}

/** Writes a clause; the inverse of {@link parseClause}. A single value that would read as a range gets a backslash. */
export function serializeClause({ values, range }: OwnClause): string {
  if (range) return `${range.from ?? ''}..${range.to ?? ''}`;
  const text = joined(values);
  return RANGE.test(text) ? `\\${text}` : text;
}

/** The clauses with that of a key replaced, in the order of keys; null takes it away. */
export function withClause(
  own: readonly OwnClause[],
  key: OwnKey,
  clause: OwnClause | null,
): readonly OwnClause[] {
  const others = own.filter((one) => one.key !== key);
  return clause === null ? others : [...others, clause].sort((a, b) => byCodePoint(a.key, b.key));
}

/** The clauses with a value of a field added, or taken out where it is there. */
export function toggleOwn(own: readonly OwnClause[], key: OwnKey, value: string): readonly OwnClause[] {
  const values = own.find((one) => one.key === key)?.values ?? [];
  const next = values.includes(value)
    ? values.filter((one) => one !== value)
    : [...values, value].sort(byCodePoint);
  return withClause(own, key, next.length === 0 ? null : { key, values: next, range: null });
}
