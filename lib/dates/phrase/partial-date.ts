import { addDays, type Day, formatDay, formatYear } from '../../time/day';
import { parseEventDate } from '../../time/edtf';

/**
 * A date as far as one stretch of text says it. Null is not said; 0 for a month or day is said to be unknown. The year
 * is astronomical: 1 BC is 0.
 */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** An EDTF code of a season, quarter or half in place of the month. */
  readonly code: number | null;
  /** How many years the year begins: 10 for a decade, 100 for a century; downwards before the year 1. */
  readonly years: 10 | 100 | null;
  readonly part: 'early' | 'mid' | 'late' | null;
  readonly sign: '' | '?' | '~' | '%';
}

export const NOTHING: PartialDate = {
  year: null,
  month: null,
  day: null,
  code: null,
  years: null,
  part: null,
  sign: '',
};

/** A date in EDTF, with the two dates it begins and ends with, for use in a range. */
export interface DatePiece {
  readonly text: string;
  readonly start: string;
  readonly end: string;
}

/** Both signs together are `%`. */
export function bothSigns(a: PartialDate['sign'], b: PartialDate['sign']): PartialDate['sign'] {
  if (a === '' || a === b) return b;
  return b === '' ? a : '%';
}

/** The finest thing that is said. */
export function finestOf({ day, month, code, years }: PartialDate): string {
  if (day !== null) return 'day';
  if (month !== null) return 'month';
  if (code !== null) return 'code';
  return years === null ? 'year' : 'years';
}

/** Whether it says a date on its own: a year, and a month wherever there is a day. */
export function isWhole({ year, month, day }: PartialDate): boolean {
  return year !== null && (day === null || month !== null);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function plainDate(year: number, { month, day, code }: PartialDate): string {
  const written = formatYear(year);
  if (code !== null) return `${written}-${two(code)}`;
  if (!month) return day ? `${written}-XX-${two(day)}` : written;
  return day ? `${written}-${two(month)}-${two(day)}` : `${written}-${two(month)}`;
}

function setOf(start: string, end: string): DatePiece {
  return { text: `[${start}..${end}]`, start, end };
}

const THIRDS = { early: 0, mid: 1, late: 2 } as const;
const DAYS_OF_MONTH = ['01 10', '11 20'];

/** The days of the last third of a month, whose length is looked up by asking for its last day. */
function lastOfMonth(month: string): string {
  const parsed = parseEventDate(month);
  const last = parsed.kind === 'date' ? parsed.date.latest : null;
  return last === null ? month : formatDay(last);
}

/** A third of a month, year, decade or century. The words are loose, so each is approximate. */
function thirdOf(year: number, date: PartialDate, third: 0 | 1 | 2): DatePiece | null {
  if (date.years !== null) {
    const size = date.years;
    const ends = [0, Math.floor(size / 3), Math.floor((2 * size) / 3), size].map((n) => year + n);
    const [from, to] = [ends[third], ends[third + 1]];
    if (from === undefined || to === undefined) return null;
    return setOf(`${formatYear(from)}~`, `${formatYear(to - 1)}~`);
  }
  if (date.code !== null || date.day !== null) return null;
  if (!date.month) return onePiece(`${formatYear(year)}-${37 + third}~`);
  const month = plainDate(year, date);
  const days = DAYS_OF_MONTH[third]?.split(' ').map((day) => `${month}-${day}`) ?? [
    `${month}-21`,
    lastOfMonth(month),
  ];
  return setOf(`${days[0]}~`, `${days[1]}~`);
}

function onePiece(text: string): DatePiece {
  return { text, start: text, end: text };
}

/** A decade or century: `199X`, `19XX`, or the years themselves where no pattern of digits covers them. */
function manyYears(first: number, size: 10 | 100, sign: string): DatePiece {
  const digits = size === 10 ? 'X' : 'XX';
  if (first > 0 && first % size === 0) {
    return onePiece(`${formatYear(first).slice(0, -digits.length)}${digits}${sign}`);
  }
  const last = first + size - 1;
  if (first < 0 && last < 0 && -last % size === 0) {
    return onePiece(`${formatYear(last).slice(0, -digits.length)}${digits}${sign}`);
  }
  return setOf(`${formatYear(first)}${sign}`, `${formatYear(last)}${sign}`);
}

/** A whole partial date in EDTF; null where it says no date. Whether the day exists is not looked at. */
export function pieceOf(date: PartialDate): DatePiece | null {
  const { year, part, years, sign } = date;
  if (year === null || !isWhole(date) || Math.abs(year) > 9999) return null;
  if (part !== null) return thirdOf(year, date, THIRDS[part]);
  if (years !== null) return manyYears(year, years, sign);
  return onePiece(plainDate(year, date) + sign);
}

/** The date next to a piece, at its precision: what `before` and `after` leave. */
export function besidePiece(piece: DatePiece, side: -1 | 1): string | null {
  const parsed = parseEventDate(side < 0 ? piece.start : piece.end);
  if (parsed.kind === 'problem') return null;
  const { earliest, latest, precision } = parsed.date;
  const edge: Day | null = side < 0 ? earliest : latest;
  if (edge === null) return null;
  const text = formatDay(addDays(edge, side));
  if (precision === 'year') return text.slice(0, -6);
  return precision === 'month' ? text.slice(0, -3) : text;
}
