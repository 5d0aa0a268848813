import { isOwnKey } from '../series/fields';
import { byCodePoint } from '../text/order';
import { isLocal } from './local';
import { VERSION_KEY } from './migrations';
import { joined, serializeClause } from './own-clause';
import { defaultView, type SortKey, VIEW_KEYS, type View, type ViewKey } from './view';

/** Encodes a value for a query; commas and colons stay readable, a space is `+`. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%20', '+');
}

/** Writes sort keys as the address does: `-date,title`. */
export function serializeSort(sort: readonly SortKey[]): string {
  return sort.map((key) => `${key.descending ? '-' : ''}${key.column}`).join(',');
}

/** The fields of the series' own stand before this key, in the order of their names. */
const OWN_BEFORE = 'q';

/** What is written, in its order. The version comes first, and only where it was not understood. */
const KEYS = [VERSION_KEY, ...VIEW_KEYS] as const;

/** The values of a view as texts, defaults as ''. */
function texts(view: View): Record<ViewKey, string> {
  const defaults = defaultView(view.dataset, view.standard);
  const unless = (value: string | null, standard: string | null) => (value === standard ? '' : (value ?? ''));
  return {
    from: view.from?.text ?? '',
    to: view.to?.text ?? '',
    actor: view.actors.join(','),
    relation: view.relations.join(','),
    certainty: view.certainties.join(','),
    disputed: view.disputed ?? '',
    type: view.types.join(','),
    region: view.regions.join(','),
    initiator: view.initiators.join(','),
    scope: unless(view.scope, defaults.scope),
    q: view.q,
    bin: view.bin ?? '',
    measure: unless(view.measure, defaults.measure),
    split: unless(view.split, defaults.split),
    series: joined(view.series),
    mode: unless(view.mode, defaults.mode),
    sort: serializeSort(view.sort),
    columns: view.columns.join(','),
    incident: view.incident ?? '',
    r: view.revision ?? '',
  };
}

/**
 * Writes the query string of a view, without `?`: keys in their order, defaults left out, '' for the default view.
 * A value that could not be read is written as it was.
 */
export function serializeView(view: View): string {
  const values = texts(view);
  const broken = new Map(view.broken.map((one) => [one.key, one.values]));
  const own = new Map(view.own.map((clause) => [clause.key, serializeClause(clause)]));
  const owns = [...new Set([...own.keys(), ...[...broken.keys()].filter(isOwnKey)])].sort(byCodePoint);
  const keys = KEYS.flatMap((key) => (key === OWN_BEFORE ? [...owns, key] : [key]));
  const textOf = (key: (typeof keys)[number]) => {
    if (key === VERSION_KEY) return '';
    return isOwnKey(key) ? (own.get(key) ?? '') : values[key];
  };
  return keys
    .flatMap((key) => broken.get(key)?.map((value) => [key, value] as const) ?? [[key, textOf(key)] as const])
    .filter(([key, value]) => value !== '' || broken.has(key))
    .map(([key, value]) => `${isOwnKey(key) ? encode(key) : key}=${encode(value)}`)
    .join('&');
}

/**
 * The address of a view inside the app: `/russia-militancy?actor=iskp`. `path` is appended to the dataset's own. The view of
 * a local series stands behind `#`, which a browser sends to nobody: it may hold names out of the reader's file.
 */
export function viewHref(view: View, path = ''): string {
  const query = serializeView(view);
  const mark = isLocal(view.dataset) ? '#' : '?';
  return `/${encodeURIComponent(view.dataset)}${path}${query === '' ? '' : `${mark}${query}`}`;
}

/** An address with one more key, such as the scale of a picture. */
export function withKey(href: string, key: string, value: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${key}=${encode(value)}`;
}
