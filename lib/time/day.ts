/**
 * A day as an integer: whole days since 1970-01-01 in the proleptic Gregorian calendar, negative before it.
 * No clock and no time zone can move one. Algorithms after Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
export type Day = number & { readonly __brand: 'Day' };

/** A closed range of days, both ends inclusive. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** A calendar date: year −9999 to 9999 (astronomical: 0 is 1 BC), month 1 to 12, day of month 1 to 31. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days in a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a calendar date. The caller has checked that the date exists. */
export function toDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

/** The calendar date of a day; the inverse of {@link toDay}. */
export function toCalendar(day: Day): CalendarDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The first and the last day that Annals can hold: −9999-01-01 and 9999-12-31. */
export const MIN_DAY = toDay(-9999, 1, 1);
export const MAX_DAY = toDay(9999, 12, 31);

/** The day `n` days later (earlier if negative). */
export function addDays(day: Day, n: number): Day {
  return (day + n) as Day;
}

/** Writes a year as ISO 8601 does: four digits, with a sign before years below zero. */
export function formatYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: d } = toCalendar(day);
  return `${formatYear(year)}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const HYPHEN = 45;

/** The number of so many digits; NaN where other characters are among them. */
function digitsAt(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads `YYYY-MM-DD`; null where the text is not a day that exists. */
export function parseDay(text: string): Day | null {
  const at = text.charCodeAt(0) === HYPHEN ? 1 : 0;
  if (text.length !== at + 10) return null;
  if (text.charCodeAt(at + 4) !== HYPHEN || text.charCodeAt(at + 7) !== HYPHEN) return null;
  const years = digitsAt(text, at, 4);
  const [year, month, day] = [
    at === 1 ? -years : years,
    digitsAt(text, at + 5, 2),
    digitsAt(text, at + 8, 2),
  ];
  if (Number.isNaN(year + month + day)) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return toDay(year, month, day);
}
