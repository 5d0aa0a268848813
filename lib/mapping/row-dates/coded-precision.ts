import {
  addDays,
  type Day,
  daysInMonth,
  formatDay,
  formatYear,
  MAX_DAY,
  MIN_DAY,
  toCalendar,
} from '../../time/day';
import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import type { CodedPrecision } from '../mapping';

/** The days to either side of a day that is known to about a week. */
const HALF_WEEK = 3;

function signOf({ uncertain, approximate }: EventDate): string {
  if (uncertain && approximate) return '%';
  if (uncertain) return '?';
  return approximate ? '~' : '';
}

function weekAround(day: Day): string {
  const from = Math.max(MIN_DAY, addDays(day, -HALF_WEEK)) as Day;
  const to = Math.min(MAX_DAY, addDays(day, HALF_WEEK)) as Day;
  return `[${formatDay(from)}..${formatDay(to)}]`;
}

/**
 * The EDTF of a date that a coder says is less sure than it is written: the week, month or year of its day. A date that
 * is coarser already, or is more than one, stays as it is written.
 */
export function codedDate(date: EventDate, precision: CodedPrecision): string {
  const { edtf, earliest } = date;
  const isOne = shapeOf(edtf).kind === 'one' && earliest !== null;
  if (!isOne || precision === 'as-written' || precision === 'day') return edtf;
  const isDay = date.precision === 'day';
  if (precision === 'week') return isDay ? weekAround(earliest) : edtf;
  const written = formatDay(earliest);
  if (precision === 'month') return isDay ? written.slice(0, -3) + signOf(date) : edtf;
  return isDay || date.precision === 'month' ? formatYear(toCalendar(earliest).year) + signOf(date) : edtf;
}

/** The month or year whose first and last day these are, in EDTF; null where they are none. */
export function wholeUnit(from: Day, to: Day): string | null {
  const [a, b] = [toCalendar(from), toCalendar(to)];
  if (a.year !== b.year || a.day !== 1 || b.day !== daysInMonth(b.year, b.month)) return null;
  if (a.month === 1 && b.month === 12) return formatYear(a.year);
  return a.month === b.month ? formatDay(from).slice(0, -3) : null;
}
