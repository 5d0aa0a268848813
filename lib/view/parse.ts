import type { DatasetId } from '../series/model';
import { byCodePoint } from '../text/order';
import { OWN_FIELDS } from './grammar';
import { cut, type Unread } from './grammar/reading';
import { type AnyEntry, defaultView, ENTRIES, isViewKey, withStandards } from './keys';
import { migrateAddress, VERSION_KEY } from './migrations';
import {
  type BrokenKey,
  isRolling,
  STANDARD,
  type Standard,
  type View,
  type ViewIssue,
  type WindowEnd,
} from './view';

/** Keys that others append to links and that mean nothing here. */
const FOREIGN_KEYS = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|_rsc)$/;

/** What was found wrong so far. */
interface Findings {
  readonly issues: ViewIssue[];
  readonly broken: BrokenKey[];
}

/** A value as text can be written: without halves of characters, in NFC, without blanks at its ends. */
function cleaned(value: string): string {
  return value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .trim();
}

/** Whether a key names an own field, or is so like one that it can be kept as it was written. */
function isWritable(key: string): boolean {
  return /^\.[^&=#+%\s\p{Surrogate}]{0,60}$/u.test(key);
}

/** The keys of an address that an entry reads: its own, or those of fields in the order of their names. */
function keysOf(key: string, params: URLSearchParams): readonly string[] {
  if (key === OWN_FIELDS) return [...new Set(params.keys())].filter(isWritable).sort(byCodePoint);
  return params.has(key) ? [key] : [];
}

/** What a key says, as a list of one; empty where it says nothing or cannot be read. */
function readKey(
  { issues, broken }: Findings,
  params: URLSearchParams,
  key: string,
  entry: AnyEntry,
): readonly unknown[] {
  const reading = entry.read(params.getAll(key).map(cleaned), key);
  if (reading === null) return [];
  const told = ({ kept, code, message }: Unread) =>
    issues.push({ key, value: cut(kept.join(',')), code, message });
  if ('value' in reading) {
    if (reading.left !== undefined) told(reading.left);
    return [reading.value];
  }
  told(reading.unread);
  broken.push({ key, values: reading.unread.kept });
  return [];
}

/** The fields of a view about which an address says something that can be read. */
function readFields(findings: Findings, params: URLSearchParams): Partial<View> {
  const fields = ENTRIES.flatMap(([key, entry]) => {
    const values = keysOf(key, params).flatMap((written) => readKey(findings, params, written, entry));
    return values.length === 0
      ? []
      : [[entry.field, entry.kind === 'own' ? values.flat() : values[0]] as const];
  });
  return Object.fromEntries(fields);
}

/** The address in today's grammar. One of a version that is not known here matches nothing, whatever else it says. */
function readVersion({ issues, broken }: Findings, address: URLSearchParams): URLSearchParams {
  const migrated = migrateAddress(address);
  if (migrated.kind === 'unknown-version') {
    const value = cut(migrated.versions.join(','));
    const message = `“${VERSION_KEY}=${value}” is no version of addresses that is known here: the link was made by a newer Annals, or has been damaged.`;
    issues.push({ key: VERSION_KEY, value, code: 'unknown-version', message });
    broken.push({ key: VERSION_KEY, values: migrated.versions });
  }
  return migrated.params;
}

function noteUnknownKeys({ issues }: Findings, params: URLSearchParams, others: readonly string[]): void {
  for (const key of new Set(params.keys())) {
    if (isViewKey(key) || others.includes(key) || isWritable(key) || FOREIGN_KEYS.test(key)) continue;
    const message = `“${cut(key)}” is no key of this address and was not used.`;
    issues.push({ key: cut(key), value: cut(params.get(key) ?? ''), code: 'unknown-key', message });
  }
}

/** Two written ends; a rolling one is not known before the coverage is. */
function noteReversedWindow({ issues }: Findings, from: WindowEnd | null, to: WindowEnd | null): void {
  if (!from || !to || isRolling(from) || isRolling(to) || from.from <= to.to) return;
  const message = `The window begins (${from.text}) after it ends (${to.text}), so nothing lies in it.`;
  issues.push({ key: 'from', value: from.text, code: 'reversed-window', message });
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
  const findings: Findings = { issues: [], broken: [] };
  const params = readVersion(findings, address);
  noteUnknownKeys(findings, params, others);
  const fields = readFields(findings, params);
  const base = defaultView(dataset, standard);
  const view = withStandards(base, { ...fields, broken: findings.broken });
  noteReversedWindow(findings, view.from, view.to);
  return { view, issues: findings.issues };
}
