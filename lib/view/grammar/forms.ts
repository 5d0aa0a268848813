import type { Column } from '../../series/field-table';
import { isOwnKey, type OwnKey } from '../../series/fields';
import { type Bound, parseBound } from '../../time/bounds';
import { parseRolling } from '../../time/rolling';
import type { OwnClause, SortKey, WindowEnd } from '../view';
import { joined, OWN_KEY, parseClause, parted, serializeClause } from './own-clause';
import { commas, cut, type Form, inOrder, MAX_LIST, MAX_VALUE, several, single, unread } from './reading';

/** Reads an end of the window as the address writes it; null for anything that is none. */
export function parseWindowEnd(text: string): WindowEnd | null {
  return parseBound(text) ?? parseRolling(text);
}

/** An end of the window. `open` is a word for the end of the coverage. */
export function endForm(open: string | null): Form<WindowEnd | null> {
  return single(
    (text, key) => {
      const end = text === open ? null : parseWindowEnd(text);
      if (end || text === open) return { value: end };
      const message = `“${key}=${cut(text)}” is no date. Write a year, a month or a day (2017, 2017-03, 2017-03-05), or how far back (-12m, -90d).`;
      return unread([text], 'bad-value', message);
    },
    (end) => end?.text ?? '',
  );
}

/** One date as a reader writes it. */
export const DATE: Form<Bound | null> = single<Bound | null>(
  (text, key) => {
    const value = parseBound(text);
    if (value !== null) return { value };
    const message = `“${key}=${cut(text)}” is no date. Write a year, a month or a day (2017, 2017-03, 2017-03-05).`;
    return unread([text], 'bad-value', message);
  },
  (bound) => bound?.text ?? '',
);

/** A whole number in a range, both ends included. */
export function wholeNumber({ least, most }: { readonly least: number; readonly most: number }) {
  return single<number | null>(
    (text, key) => {
      const value = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
      if (value >= least && value <= most) return { value };
      const message = `“${key}=${cut(text)}” is no whole number from ${least} to ${most}.`;
      return unread([text], 'bad-value', message);
    },
    (value) => (value === null ? '' : String(value)),
  );
}

/** Ids, which hold no commas. */
export const LIST: Form<readonly string[]> = several(
  commas,
  (items) => ({ value: inOrder(items) }),
  (ids) => ids.join(','),
);

/** Values that can hold commas, as those of own fields do. */
export const ESCAPED_LIST: Form<readonly string[]> = several(
  parted,
  (items) => ({ value: inOrder(items) }),
  joined,
);

/** A value that never adds up with the others, why, and the others, which together say nothing. */
export interface Alone {
  readonly id: string;
  readonly others: readonly string[];
  readonly message: string;
}

/** Ids of which one stands alone. */
export function listWithOneAlone({ id, others, message }: Alone): Form<readonly string[]> {
  return several(
    commas,
    (items) => {
      const ids = inOrder(items);
      if (ids.includes(id) && ids.length > 1) return unread([ids.join(',')], 'mixed-initiators', message);
      return { value: ids.length === others.length && others.every((one) => ids.includes(one)) ? [] : ids };
    },
    (ids) => ids.join(','),
  );
}

function noChoice(key: string, text: string, choices: readonly string[]) {
  return unread([text], 'bad-value', `“${key}=${cut(text)}” is none of ${choices.join(', ')}.`);
}

/** One of some words, or null for none of them. */
export function choiceForm<T extends string | null>(choices: readonly (T & string)[]): Form<T> {
  return single<T>(
    (text, key) => {
      const value = choices.find((choice) => choice === text);
      return value === undefined ? noChoice(key, text, choices) : { value };
    },
    (value) => value ?? '',
  );
}

/** One of some words, or a field of the series' own; whether it has that field is checked once the series is known. */
export function fieldForm<T extends string>(choices: readonly T[]): Form<T | OwnKey> {
  return single<T | OwnKey>(
    (text, key) => {
      const value = OWN_KEY.test(text) && isOwnKey(text) ? text : choices.find((choice) => choice === text);
      return value === undefined ? noChoice(key, text, choices) : { value };
    },
    (value) => value,
  );
}

/** Words of a search: blanks between them are one. */
export const TEXT: Form<string> = single(
  (text) => ({ value: text.replace(/\s+/g, ' ') }),
  (text) => text,
);

export const ID: Form<string | null> = single<string | null>(
  (text) => ({ value: text }),
  (id) => id ?? '',
);

export const REVISION: Form<string | null> = single<string | null>(
  (text) => {
    const hash = text.toLowerCase();
    if (/^[0-9a-f]{12,64}$/.test(hash)) return { value: hash };
    const message = `“r=${cut(hash)}” is no revision: those are 12 to 64 hexadecimal digits.`;
    return unread([hash], 'unknown-revision', message);
  },
  (hash) => hash ?? '',
);

function columnOf(name: string, columns: readonly Column[]): Column | undefined {
  return OWN_KEY.test(name) && isOwnKey(name) ? name : columns.find((column) => column === name);
}

function noColumn(key: string, item: string, items: readonly string[], columns: readonly Column[]) {
  const message = `“${key}=${cut(item)}” names no column. The columns are ${columns.join(', ')}.`;
  return unread([items.join(',')], 'bad-value', message);
}

/** Columns in the order in which they are shown. */
export function columnsForm(columns: readonly Column[]): Form<readonly Column[]> {
  return several<readonly Column[]>(
    commas,
    (items, key) => {
      const bad = items.find((item) => columnOf(item, columns) === undefined);
      if (bad !== undefined) return noColumn(key, bad, items, columns);
      return { value: items.flatMap((item) => columnOf(item, columns) ?? []) };
    },
    (value) => value.join(','),
  );
}

/** Writes sort keys as the address does: `-date,title`. */
export function serializeSort(sort: readonly SortKey[]): string {
  return sort.map((key) => `${key.descending ? '-' : ''}${key.column}`).join(',');
}

/** Columns to sort by, the first before the next, each once; `standard` alone says nothing. */
export function sortForm(columns: readonly Column[], standard: string): Form<readonly SortKey[]> {
  return several<readonly SortKey[]>(
    commas,
    (items, key) => {
      const keys: SortKey[] = [];
      for (const item of items) {
        const descending = item.startsWith('-');
        const column = columnOf(item.slice(descending ? 1 : 0), columns);
        if (column === undefined) return noColumn(key, item, items, columns);
        if (!keys.some((one) => one.column === column)) keys.push({ column, descending });
      }
      return { value: serializeSort(keys) === standard ? [] : keys };
    },
    serializeSort,
  );
}

/** The clause on one own field: values, or a range. */
export const OWN_CLAUSE: Form<readonly OwnClause[]> = {
  read: (texts, key) => {
    const text = texts.filter((one) => one !== '').join(',');
    const named = OWN_KEY.test(key) && isOwnKey(key);
    const clause = named ? parseClause(key, text) : null;
    if (clause === 'nothing') return null;
    if (clause !== null && clause.values.length <= MAX_LIST && text.length <= MAX_LIST * MAX_VALUE) {
      return { value: [clause] };
    }
    const message = named
      ? `“${key}=${cut(text)}” cannot be read: write values (at most ${MAX_LIST} of them), or a range as 100..200.`
      : `“${cut(key)}” can be no field: their names are small letters, digits, hyphens and underscores.`;
    return unread(texts, 'bad-value', message);
  },
  write: ([clause]) => (clause ? serializeClause(clause) : ''),
};
