import type { Problem } from '../../../problems/problem';
import type { Estimate } from '../../../series/model';
import { type Day, parseDay } from '../../../time/day';
import { parseEventDate } from '../../../time/edtf';
import type { EventDate } from '../../../time/event-date';
import { problemAt } from '../../import-codes';
import type { PackageCode } from '../package-codes';
import { exactList, exactText } from './exact-cells';
import type { Referable } from './id-table';
import { cellOf, type PackageRow } from './table';
import { readNumber } from './table-schema';

/**
 * Reads the cells of one row by meaning. Whatever cannot be read is reported and answered with a stand-in, so a row is
 * to be used only while `ok()` holds. A column that the package leaves out reads as empty.
 */
export interface RowReader {
  /** The text of a cell; null where it is empty. */
  text(column: string): string | null;
  /** Whether the package says everything literally: no list to be joined, no cell to be filled. */
  readonly exact: boolean;
  /** The text of a cell that must be filled. */
  filled(column: string): string;
  list(column: string): readonly string[];
  flag(column: string, otherwise: boolean): boolean;
  number(column: string): number | null;
  /** Three columns `<stem>_low`, `_best`, `_high`: none negative, those given in ascending order. */
  estimate(stem: string): Estimate;
  date(column: string): EventDate | null;
  day(column: string): Day;
  oneOf<T extends string>(column: string, values: readonly T[], otherwise?: T): T;
  /** The id that this row declares. That it stands once has been checked with the keys of the table. */
  id<T extends string>(): T;
  /** An id that another row declares; null where the cell is empty. */
  ref<T extends string>(column: string, idTable: Referable<T>): T | null;
  refs<T extends string>(column: string, idTable: Referable<T>): readonly T[];
  fail(column: string, code: PackageCode, reason: string): void;
  ok(): boolean;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._~-]*$/;
const RESERVED = new Set(['none', 'several']);

/** Why a text cannot be an id; null where it can. */
function idFault(text: string): { readonly code: PackageCode; readonly reason: string } | null {
  if (!ID.test(text)) return { code: 'bad-id', reason: 'an id has letters, digits and . _ ~ - only' };
  if (RESERVED.has(text))
    return { code: 'reserved-id', reason: `"${text}" has a meaning of its own in addresses` };
  return null;
}

/** A reader of `row` that reports to `problems`. */
export function readerOf(row: PackageRow, problems: Problem[]): RowReader {
  const { table } = row;
  let sound = true;
  const fail: RowReader['fail'] = (column, code, reason) => {
    sound = false;
    const value = table.placeOf(column) < 0 ? null : cellOf(row, column);
    problems.push(problemAt({ file: table.file, row: row.line, column, value }, code, reason));
  };
  const text = (column: string): string | null => {
    const cell = cellOf(row, column);
    return table.exact ? exactText(cell) : cell || null;
  };
  const filled = (column: string): string => {
    const value = text(column);
    if (value === null) fail(column, 'required', 'must be filled');
    return value ?? '';
  };
  const list = (column: string): readonly string[] => {
    if (table.exact) return exactList(cellOf(row, column));
    const members = text(column)?.split('|') ?? [];
    if (members.some((member) => member.trim() === '')) fail(column, 'bad-list', 'has an empty member');
    if (new Set(members).size < members.length) fail(column, 'bad-list', 'has a member twice');
    return members;
  };
  const number = (column: string): number | null => {
    const value = text(column);
    const read = value === null ? null : readNumber(value);
    if (value !== null && read === null) fail(column, 'not-a-number', 'not a number');
    return read;
  };
  const count = (column: string): number | null => {
    const read = number(column);
    if (read !== null && read < 0) fail(column, 'too-small', 'a count cannot be negative');
    return read;
  };
  const refer = <T extends string>(column: string, id: string, idTable: Referable<T>): T => {
    const fault = idTable.declared ? null : idFault(id);
    if (fault) fail(column, fault.code, fault.reason);
    else if (!idTable.refer(id))
      fail(column, 'unknown-reference', `no usable row of ${idTable.table} has the id "${id}"`);
    return id as T;
  };
  return {
    text,
    filled,
    list,
    number,
    fail,
    ok: () => sound,
    exact: table.exact,
    flag(column, otherwise) {
      const value = text(column);
      if (value !== null && value !== 'true' && value !== 'false') {
        fail(column, 'not-a-boolean', 'neither true nor false');
      }
      return value === null ? otherwise : value === 'true';
    },
    estimate(stem) {
      const [low, best, high] = [count(`${stem}_low`), count(`${stem}_best`), count(`${stem}_high`)];
      const given = [low, best, high].filter((value) => value !== null);
      if (given.some((value, at) => at > 0 && value < (given[at - 1] ?? value))) {
        const shown = [low, best, high].map((value) => value ?? '–').join(' / ');
        const column = best === null ? `${stem}_high` : `${stem}_best`;
        fail(column, 'order-of-estimates', `low / best / high are ${shown}: not in ascending order`);
      }
      return { low, best, high };
    },
    date(column) {
      const value = text(column);
      if (value === null) return null;
      const parsed = parseEventDate(value);
      if (parsed.kind === 'date') return parsed.date;
      fail(column, 'bad-date', parsed.reason);
      return null;
    },
    day(column) {
      const day = parseDay(filled(column));
      if (day === null && text(column) !== null)
        fail(column, 'not-a-day', 'not a day that exists, written YYYY-MM-DD');
      return day ?? (0 as Day);
    },
    oneOf<T extends string>(column: string, values: readonly T[], otherwise?: T): T {
      const value = text(column);
      const found = value === null ? otherwise : values.find((known) => known === value);
      if (found !== undefined) return found;
      if (value === null) fail(column, 'required', 'must be filled');
      else fail(column, 'not-in-enum', `not one of ${values.join(', ')}`);
      return value as T;
    },
    id<T extends string>(): T {
      const id = filled('id');
      const fault = id === '' ? null : idFault(id);
      if (fault) fail('id', fault.code, fault.reason);
      return id as T;
    },
    ref(column, idTable) {
      const id = text(column);
      return id === null ? null : refer(column, id, idTable);
    },
    refs(column, idTable) {
      return list(column).map((id) => refer(column, id, idTable));
    },
  };
}
