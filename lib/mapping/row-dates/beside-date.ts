import { remembering } from '../../dates/event-reader';
import type { RawColumn } from '../../formats/raw-table';
import { type DaySpan, toDay } from '../../time/day';
import { ownDateColumns } from '../mapped-columns';
import type { DateMapping } from '../mapping';
import { cellOf } from './cell-values';
import { type DateOutcome, dateOutcome } from './date-outcome';

/** What the date columns of a row say. */
export type ReadDateOf = (cells: readonly string[]) => DateOutcome;

const YEAR = /^\s*(-?\d{1,4})(?:\.0*)?\s*$/;

/** The days of the year that a text gives; null where it gives none. */
function daysOfYear(text: string): DaySpan | null {
  const year = YEAR.exec(text)?.[1];
  if (year === undefined) return null;
  return { from: toDay(Number(year), 1, 1), to: toDay(Number(year), 12, 31) };
}

/** Whether a year is one of those from the first day of a date to its last; any year that is no number is. */
function isYearOf({ date }: DateOutcome & { readonly kind: 'date' }, year: DaySpan | null): boolean {
  const [from, to] = [date.earliest, date.until ?? date.latest];
  return year === null || from === null || to === null || (from <= year.to && to >= year.from);
}

/** Warns of each row whose date is not of the year that another column of the row gives. */
export function withYearCheck(
  mapping: DateMapping,
  columns: readonly RawColumn[],
  read: ReadDateOf,
): ReadDateOf {
  const { check } = mapping;
  if (check === undefined) return read;
  const [year, [column = check]] = [cellOf(check, columns), ownDateColumns(mapping)];
  const [cell, days] = [cellOf(column, columns), remembering(daysOfYear)];
  return (cells) => {
    const outcome = read(cells);
    const text = year(cells);
    if (outcome.kind === 'problem' || isYearOf(outcome, days(text))) return outcome;
    const reason = `${outcome.date.edtf} is not of the year ${text.trim()}, which “${check}” gives`;
    return dateOutcome(outcome.date, { code: 'year-differs', column, value: cell(cells), reason });
  };
}

/** Where a mapping says so, a row whose date columns are blank has the cells of the last row above that has any. */
export function withCellsAbove(
  mapping: DateMapping,
  columns: readonly RawColumn[],
  read: ReadDateOf,
): ReadDateOf {
  if (mapping.blank !== 'above') return read;
  const names = new Set(ownDateColumns(mapping));
  const places = columns.flatMap(({ name }, at) => (names.has(name) ? [at] : []));
  let above: readonly string[] | null = null;
  return (cells) => {
    const isBlank = places.every((at) => (cells[at] ?? '').trim() === '');
    if (!isBlank) above = cells;
    const from = isBlank ? above : null;
    if (from === null) return read(cells);
    return read(cells.map((cell, at) => (places.includes(at) ? (from[at] ?? '') : cell)));
  };
}
