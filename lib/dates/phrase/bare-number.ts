import { addDays, type Day, daysInMonth, formatDay, formatYear, MAX_DAY, MIN_DAY } from '../../time/day';
import type { DateRule } from '../date-rule';

/** What a bare number may stand for in a column of them. */
export type NumberKind = NonNullable<DateRule['numbers']>;

const NUMBER = /^([+-]?)(\d{1,17})(?:\.(\d{1,17}))?$/;
const FIRST_OF_1900 = -25_569 as Day;
const FIRST_OF_1904 = -24_107 as Day;

/** Whether a text is digits with at most a sign and a fraction, so that only its column can say what it means. */
export function isBareNumber(text: string): boolean {
  return NUMBER.test(text);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function dayText(day: number): string | null {
  return day >= MIN_DAY && day <= MAX_DAY ? formatDay(day as Day) : null;
}

/** `20240322`, `202403`; zeros stand for what is unknown. */
function compactOf(digits: string): string | null {
  const [year, month, day] = [digits.slice(0, 4), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  if (Number(year) === 0 || month > 12) return null;
  if (month === 0) return day === 0 ? year : null;
  if (day > daysInMonth(Number(year), month)) return null;
  return day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** Serials before 61 are off by one: spreadsheets have a 29 February 1900 (60), which never was. */
function excelOf(serial: number): string | null {
  if (serial < 1 || serial >= 2_958_466 || Math.floor(serial) === 60) return null;
  return dayText(addDays(FIRST_OF_1900, Math.floor(serial) + (serial < 60 ? 1 : 0)));
}

function yearOf(sign: string, digits: string): string | null {
  const year = Number(digits);
  if (digits.length > 4 || (year === 0 && digits.length < 4)) return null;
  return formatYear(sign === '-' ? -year : year);
}

/**
 * A bare number as EDTF, by what the column's numbers are; null where it cannot be that. Whole numbers may end in `.0`.
 * Years and compact dates are told apart by their digits, so that one column may hold both; epochs are days in UTC.
 */
export function readBareNumber(text: string, kind: DateRule['numbers']): string | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', digits = '', fraction = ''] = match;
  const isWhole = /^0*$/.test(fraction);
  const value = Number(text);
  if (kind === 'epoch-s') return dayText(Math.floor(value / 86_400));
  if (kind === 'epoch-ms') return dayText(Math.floor(value / 86_400_000));
  if (kind === 'excel') return excelOf(value);
  if (kind === 'excel-1904') return value >= 0 ? dayText(FIRST_OF_1904 + Math.floor(value)) : null;
  if (!isWhole) return null;
  if (sign === '' && digits.length === 8) return compactOf(digits);
  if (sign === '' && digits.length === 6 && kind === 'compact') return compactOf(`${digits}00`);
  if (kind === null && digits.length !== 4) return null;
  return yearOf(sign, digits);
}
