import type { OwnKey } from '../series/fields';
import { type DatasetId, INITIATORS, MEASURES } from '../series/model';
import { byCodePoint } from '../text/order';
import { BINS } from '../time/bin';
import { parseBound } from '../time/bounds';
import { parseRolling } from '../time/rolling';
import { migrateAddress, VERSION_KEY } from './migrations';
import { OWN_KEY, parseClause, parted } from './own-clause';
import {
  type BrokenKey,
  COLUMNS,
  type Column,
  DISPUTED,
  defaultView,
  isRolling,
  MODES,
  type OwnClause,
  SCOPES,
  type SortKey,
  SPLITS,
  STANDARD,
  type Standard,
  VIEW_KEYS,
  type View,
  type ViewIssue,
  type ViewKey,
  type WindowEnd,
} from './view';

/** The longest text of one value, and the most values of one list. */
export const MAX_VALUE = 200;
export const MAX_LIST = 400;

/** Keys that others append to links and that mean nothing here. */
const FOREIGN_KEYS = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|_rsc)$/;

const LIST_KEYS: ReadonlySet<ViewKey> = new Set([
  'actor',
  'relation',
  'certainty',
  'type',
  'region',
  'initiator',
  'series',
  'sort',
  'columns',
]);

interface Reading {
  readonly issues: ViewIssue[];
  readonly broken: BrokenKey[];
}

function cut(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

function fail(
  reading: Reading,
  key: ViewKey | OwnKey,
  values: readonly string[],
  code: ViewIssue['code'],
  message: string,
): void {
  reading.issues.push({ key, value: cut(values.join(',')), code, message });
  reading.broken.push({ key, values });
}

/** A value as text can be written: without halves of characters, in NFC, without blanks at its ends. */
function cleaned(value: string): string {
  return value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .trim();
}

/** All values of a key as one text: lists are joined, a repeated single value is an error. */
function readValue(reading: Reading, params: URLSearchParams, key: ViewKey): string | null {
  const values = params.getAll(key).map(cleaned);
  if (values.length > 1 && !LIST_KEYS.has(key)) {
    fail(
      reading,
      key,
      values,
      'repeated-key',
      `“${key}” stands ${values.length} times; it can have one value.`,
    );
    return null;
  }
  const value = values.filter((text) => text !== '').join(',');
  if (value === '') return null;
  if (!LIST_KEYS.has(key) && value.length > MAX_VALUE) {
    fail(
      reading,
      key,
      [value],
      'too-long',
      `“${key}” has ${value.length} characters; ${MAX_VALUE} is the most.`,
    );
    return null;
  }
  return value;
}

function readList(reading: Reading, params: URLSearchParams, key: ViewKey): readonly string[] {
  const value = readValue(reading, params, key);
  if (value === null) return [];
  // Values of own fields can hold commas, and stand in the clause on series; no other list has such ids.
  const parts = key === 'series' ? parted(value) : value.split(',').map((item) => item.trim());
  const items = [...new Set(parts.filter((item) => item !== ''))];
  if (items.length > MAX_LIST || items.some((item) => item.length > MAX_VALUE)) {
    const message = `“${key}” can have at most ${MAX_LIST} values of ${MAX_VALUE} characters each.`;
    fail(reading, key, [value], 'too-long', message);
    return [];
  }
  return key === 'sort' || key === 'columns' ? items : items.sort(byCodePoint);
}

function readChoice<T extends string>(
  reading: Reading,
  params: URLSearchParams,
  key: ViewKey,
  choices: readonly T[],
): T | null {
  const value = readValue(reading, params, key);
  if (value === null) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  fail(reading, key, [value], 'bad-value', `“${key}=${cut(value)}” is none of ${choices.join(', ')}.`);
  return null;
}

/** A choice that may be a field of the series' own; whether it has that field is checked once the series is known. */
function readOwnChoice<T extends string>(
  reading: Reading,
  params: URLSearchParams,
  key: ViewKey,
  choices: readonly T[],
): T | OwnKey | null {
  const value = params.getAll(key).length === 1 ? (params.get(key) ?? '').trim() : '';
  return OWN_KEY.test(value) ? (value as OwnKey) : readChoice(reading, params, key, choices);
}

function readClause(reading: Reading, params: URLSearchParams, key: OwnKey): readonly OwnClause[] {
  const texts = params.getAll(key).map((text) => cleaned(text));
  const text = texts.filter((one) => one !== '').join(',');
  const clause = OWN_KEY.test(key) ? parseClause(key, text) : null;
  if (clause === 'nothing') return [];
  if (clause !== null && clause.values.length <= MAX_LIST && text.length <= MAX_LIST * MAX_VALUE)
    return [clause];
  const message = OWN_KEY.test(key)
    ? `“${key}=${cut(text)}” cannot be read: write values (at most ${MAX_LIST} of them), or a range as 100..200.`
    : `“${cut(key)}” can be no field: their names are small letters, digits, hyphens and underscores.`;
  fail(reading, key, texts, 'bad-value', message);
  return [];
}

/** Whether a key names an own field, or is so like one that it can be kept as it was written. */
function isWritable(key: string): key is OwnKey {
  return /^\.[^&=#+%\s\p{Surrogate}]{0,60}$/u.test(key);
}

/** The clauses on own fields, by key. */
function readOwn(reading: Reading, params: URLSearchParams): readonly OwnClause[] {
  const keys = [...new Set(params.keys())].filter(isWritable).sort(byCodePoint);
  return keys.flatMap((key) => readClause(reading, params, key));
}

/** Reads an end of the window as the address writes it; null for anything that is none. */
export function parseWindowEnd(text: string): WindowEnd | null {
  return parseBound(text) ?? parseRolling(text);
}

function readWindowEnd(reading: Reading, params: URLSearchParams, key: 'from' | 'to'): WindowEnd | null {
  const value = readValue(reading, params, key);
  if (value === null || (key === 'to' && value === 'latest')) return null;
  const end = parseWindowEnd(value);
  if (end) return end;
  const message = `“${key}=${cut(value)}” is no date. Write a year, a month or a day (2017, 2017-03, 2017-03-05), or how far back (-12m, -90d).`;
  fail(reading, key, [value], 'bad-value', message);
  return null;
}

function readSort(reading: Reading, params: URLSearchParams): readonly SortKey[] {
  const items = readList(reading, params, 'sort');
  const keys: SortKey[] = [];
  for (const item of items) {
    const descending = item.startsWith('-');
    const column = columnOf(item.slice(descending ? 1 : 0));
    if (column === undefined) {
      const message = `“sort=${cut(item)}” names no column. The columns are ${COLUMNS.join(', ')}.`;
      fail(reading, 'sort', [items.join(',')], 'bad-value', message);
      return [];
    }
    if (!keys.some((key) => key.column === column)) keys.push({ column, descending });
  }
  const [first] = keys;
  return keys.length === 1 && first?.column === 'date' && first.descending ? [] : keys;
}

function columnOf(name: string): Column | undefined {
  return OWN_KEY.test(name) ? (name as OwnKey) : COLUMNS.find((candidate) => candidate === name);
}

function readColumns(reading: Reading, params: URLSearchParams): readonly Column[] {
  const items = readList(reading, params, 'columns');
  const unknown = items.find((item) => columnOf(item) === undefined);
  if (unknown === undefined) return items.flatMap((item) => columnOf(item) ?? []);
  const message = `“columns=${cut(unknown)}” names no column. The columns are ${COLUMNS.join(', ')}.`;
  fail(reading, 'columns', [items.join(',')], 'bad-value', message);
  return [];
}

const ATTACKERS = INITIATORS.filter((initiator) => initiator !== 'state');

function readInitiators(reading: Reading, params: URLSearchParams): readonly string[] {
  const list = readList(reading, params, 'initiator');
  if (list.includes('state') && list.length > 1) {
    const message = 'Operations begun by the state never add up with attacks: “state” stands alone.';
    fail(reading, 'initiator', [list.join(',')], 'mixed-initiators', message);
    return [];
  }
  return list.length === ATTACKERS.length && ATTACKERS.every((one) => list.includes(one)) ? [] : list;
}

function readRevision(reading: Reading, params: URLSearchParams): string | null {
  const value = readValue(reading, params, 'r')?.toLowerCase() ?? null;
  if (value === null || /^[0-9a-f]{12,64}$/.test(value)) return value;
  fail(
    reading,
    'r',
    [value],
    'unknown-revision',
    `“r=${cut(value)}” is no revision: those are 12 to 64 hexadecimal digits.`,
  );
  return null;
}

/** The address in today's grammar. One of a version that is not known here matches nothing, whatever else it says. */
function readVersion(reading: Reading, address: URLSearchParams): URLSearchParams {
  const migrated = migrateAddress(address);
  if (migrated.kind === 'unknown-version') {
    const value = cut(migrated.versions.join(','));
    const message = `“${VERSION_KEY}=${value}” is no version of addresses that is known here: the link was made by a newer Annals, or has been damaged.`;
    reading.issues.push({ key: VERSION_KEY, value, code: 'unknown-version', message });
    reading.broken.push({ key: VERSION_KEY, values: migrated.versions });
  }
  return migrated.params;
}

function noteUnknownKeys(reading: Reading, params: URLSearchParams, others: readonly string[]): void {
  const known = new Set<string>([...VIEW_KEYS, ...others]);
  for (const key of new Set(params.keys())) {
    if (known.has(key) || isWritable(key) || FOREIGN_KEYS.test(key)) continue;
    const message = `“${cut(key)}” is no key of this address and was not used.`;
    reading.issues.push({ key: cut(key), value: cut(params.get(key) ?? ''), code: 'unknown-key', message });
  }
}

/** Two written ends; a rolling one is not known before the coverage is. */
function noteReversedWindow(reading: Reading, from: WindowEnd | null, to: WindowEnd | null): void {
  if (!from || !to || isRolling(from) || isRolling(to) || from.from <= to.to) return;
  const message = `The window begins (${from.text}) after it ends (${to.text}), so nothing lies in it.`;
  reading.issues.push({ key: 'from', value: from.text, code: 'reversed-window', message });
}

/** `others` are further keys that the caller reads itself (`limit`, `cursor`); `standard` is that of the series. */
export interface ParseOptions {
  readonly others?: readonly string[];
  readonly standard?: Standard;
}

/**
 * Reads an address. Never throws and never widens the meaning: a filter that cannot be read is kept in `broken`, and
 * such a view matches nothing.
 * The inverse of {@link serializeView} on every view it can return.
 */
export function parseView(
  dataset: DatasetId,
  address: URLSearchParams,
  { others = [], standard = STANDARD }: ParseOptions = {},
): { readonly view: View; readonly issues: readonly ViewIssue[] } {
  const reading: Reading = { issues: [], broken: [] };
  const params = readVersion(reading, address);
  noteUnknownKeys(reading, params, others);
  const defaults = defaultView(dataset, standard);
  const view: View = {
    dataset,
    standard,
    from: readWindowEnd(reading, params, 'from'),
    to: readWindowEnd(reading, params, 'to'),
    actors: readList(reading, params, 'actor'),
    relations: readList(reading, params, 'relation'),
    certainties: readList(reading, params, 'certainty'),
    disputed: readChoice(reading, params, 'disputed', DISPUTED),
    types: readList(reading, params, 'type'),
    regions: readList(reading, params, 'region'),
    initiators: readInitiators(reading, params),
    scope: readChoice(reading, params, 'scope', SCOPES) ?? defaults.scope,
    own: readOwn(reading, params),
    q: (readValue(reading, params, 'q') ?? '').replace(/\s+/g, ' '),
    bin: readChoice(reading, params, 'bin', BINS),
    measure: readOwnChoice(reading, params, 'measure', MEASURES) ?? defaults.measure,
    split: readOwnChoice(reading, params, 'split', SPLITS) ?? defaults.split,
    series: readList(reading, params, 'series'),
    mode: readChoice(reading, params, 'mode', MODES) ?? defaults.mode,
    sort: readSort(reading, params),
    columns: readColumns(reading, params),
    incident: readValue(reading, params, 'incident'),
    revision: readRevision(reading, params),
    broken: reading.broken,
  };
  noteReversedWindow(reading, view.from, view.to);
  return { view, issues: reading.issues };
}
