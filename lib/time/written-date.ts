import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { type Day, daysInMonth, toCalendar } from './day';

/** The units in which one end of a span is written. */
export type WrittenUnit = 'day' | 'month' | 'year';

/** A day as one end of a span: the day, month or year that holds it is what is written. */
export interface WrittenDate {
  readonly day: Day;
  readonly unit: WrittenUnit;
}

/** How two dates are joined: a span, a choice, or both. */
export type Joint = '–' | 'or' | 'and';

/** A year in words: `2017`, `AD 17` below 100, `44 BC` for −0043. */
export function formatYearText(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 100 ? `AD ${year}` : String(year);
}

/** Days in words, by unit: a page writes the same ones at each click. Emptied when there are many. */
const WORDS: Readonly<Record<WrittenUnit, Map<Day, readonly string[]>>> = {
  day: new Map(),
  month: new Map(),
  year: new Map(),
};
const MOST_WORDS = 20_000;

function wordsOf(written: WrittenDate): readonly string[] {
  const known = WORDS[written.unit];
  const words = known.get(written.day) ?? newWords(written);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(written.day, words);
  return words;
}

/** date-fns in UTC knows the month's name; the year is written here, since it writes years below 1 without an era. */
function newWords({ day, unit }: WrittenDate): readonly string[] {
  const { year } = toCalendar(day);
  const date = new UTCDateMini(day * 86_400_000);
  const years = year <= 0 ? formatYearText(year).split(' ') : [formatYearText(year)];
  if (unit === 'year') return years;
  return [...(unit === 'day' ? [format(date, 'd')] : []), format(date, 'MMM'), ...years];
}

/** `22 Mar 2024`, `Mar 2024` or `2024`. */
export function formatWritten(date: WrittenDate): string {
  return wordsOf(date).join(' ');
}

/** Two dates in the fewest words: what both end with is written once, where both are written in the same unit. */
export function joinDates(a: WrittenDate, b: WrittenDate, joint: Joint): string {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.join(' ') === right.join(' ')) return left.join(' ');
  let shared = 0;
  while (a.unit === b.unit && shared < left.length - 1 && left.at(-1 - shared) === right.at(-1 - shared)) {
    shared += 1;
  }
  const first = left.slice(0, left.length - shared).join(' ');
  const second = right.slice(0, right.length - shared).join(' ');
  const tight = joint === '–' && !`${first}${second}`.includes(' ');
  const tail = right.slice(right.length - shared).map((word) => ` ${word}`);
  return first + (tight ? joint : ` ${joint} `) + second + tail.join('');
}

function unitOfStart(day: Day): WrittenUnit {
  const date = toCalendar(day);
  if (date.day !== 1) return 'day';
  return date.month === 1 ? 'year' : 'month';
}

function unitOfEnd(day: Day): WrittenUnit {
  const date = toCalendar(day);
  if (date.day !== daysInMonth(date.year, date.month)) return 'day';
  return date.month === 12 ? 'year' : 'month';
}

/** A span as its two ends in the coarsest units that both allow: whole years, whole months, else days. */
export function endsOf(from: Day, to: Day): readonly [WrittenDate, WrittenDate] {
  const [start, end] = [unitOfStart(from), unitOfEnd(to)];
  const as = (a: WrittenUnit, b: WrittenUnit) =>
    [
      { day: from, unit: a },
      { day: to, unit: b },
    ] as const;
  if (from > to || start === 'day' || end === 'day') return as('day', 'day');
  const sameYear = toCalendar(from).year === toCalendar(to).year;
  return start !== end && sameYear ? as('month', 'month') : as(start, end);
}
