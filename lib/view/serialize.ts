import { byCodePoint } from '../text/order';
import { BASE_PATH } from '../text/site-path';
import { isLocal } from './addresses/local';
import { ENTRIES, owns, textsOf } from './keys';
import { VERSION_KEY } from './migrations';
import type { View } from './view';

/** What stands in a query as it is. */
const PLAIN = /^[\w.~!*'(),:-]*$/;

/** Encodes a value for a query; commas and colons stay readable, a space is `+`. Half of a character, which none can hold, is U+FFFD. */
function encode(value: string): string {
  if (PLAIN.test(value)) return value;
  const whole = value.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%20', '+');
}

type Pair = readonly [key: string, value: string];

/** The pairs of some keys: what could not be read as it was written, else the texts of the view; own fields by name. */
function pairsOf(texts: readonly Pair[], broken: View['broken']): readonly Pair[] {
  const unread = new Set(broken.map(({ key }) => key));
  const kept = broken.flatMap(({ key, values }) => values.map((value): Pair => [key, value]));
  return [...kept, ...texts.filter(([key]) => !unread.has(key))].sort(([a], [b]) => byCodePoint(a, b));
}

/**
 * Writes the query string of a view, without `?`: keys in their order, defaults left out, '' for the default view. A value
 * that could not be read is written as it was; a version that is not known stands first.
 */
export function serializeView(view: View): string {
  const brokenOf = (key: string) =>
    view.broken.length === 0 ? view.broken : view.broken.filter((one) => owns(key, one.key));
  let query = '';
  const write = (pairs: readonly Pair[]) => {
    for (const [key, value] of pairs) query += `${query === '' ? '' : '&'}${encode(key)}=${encode(value)}`;
  };
  write(pairsOf([], brokenOf(VERSION_KEY)));
  // By a loop and not by lists of lists: a page writes some hundreds of addresses for a click.
  for (const [key, entry] of ENTRIES) {
    const [texts, broken] = [textsOf(view, key, entry), brokenOf(key)];
    write(broken.length > 0 || texts.length > 1 ? pairsOf(texts, broken) : texts);
  }
  return query;
}

/**
 * The address of a view inside the app: `/russia-militancy?actor=iskp`. `path` is appended to the dataset's own. The view of
 * a local series stands behind `#`, which a browser sends to nobody: it may hold names out of the reader's file.
 */
export function viewHref(view: View, path = ''): string {
  const query = serializeView(view);
  const mark = isLocal(view.dataset) ? '#' : '?';
  return `${BASE_PATH}/${encodeURIComponent(view.dataset)}${path}${query === '' ? '' : `${mark}${query}`}`;
}

/** An address with one more key, such as the scale of a picture. */
export function withKey(href: string, key: string, value: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${key}=${encode(value)}`;
}
