import { addDays, type Day, type DaySpan, daysInMonth, formatYear, MAX_DAY, toDay } from './day';
import { type EdtfAtom, type EdtfMark, isSeason } from './edtf-text';
import type { DatePrecision } from './event-date';
import type { Doubt } from './widening';

/** The most separate spans that one date may fall into; beyond it the date says too little to be drawn or counted. */
export const MOST_SPANS = 400;

/** What one written date means. `days` is empty where it is wholly unknown (`XXXX`); `doubt` is null without a mark. */
export interface AtomReading {
  readonly kind: 'reading';
  readonly days: readonly DaySpan[];
  readonly doubt: Doubt | null;
  readonly precision: DatePrecision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** Why a text cannot be read, in words for the person who wrote it. */
export interface DateProblem {
  readonly kind: 'problem';
  readonly reason: string;
}

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

/** First month (1 to 12) and length in months of the codes 21 to 41; a season begins in the year it is named for. */
function seasonMonths(code: number): { readonly month: number; readonly length: number } {
  if (code >= 40) return { month: (code - 40) * 6 + 1, length: 6 };
  if (code >= 37) return { month: (code - 37) * 4 + 1, length: 4 };
  if (code >= 33) return { month: (code - 33) * 3 + 1, length: 3 };
  const month = ((code - 21) % 4) * 3 + 3;
  return { month: code < 29 ? month : ((month + 5) % 12) + 1, length: 3 };
}

function seasonSpan(year: number, code: number): DaySpan {
  const { month, length } = seasonMonths(code);
  const after = month - 1 + length;
  const end = addDays(toDay(year + Math.floor(after / 12), (after % 12) + 1, 1), -1);
  return { from: toDay(year, month, 1), to: Math.min(end, MAX_DAY) as Day };
}

/** The numbers in `from`..`to` whose digits match a pattern such as `1X`. */
function matching(pattern: string, from: number, to: number): number[] {
  if (!pattern.includes('X'))
    return Number(pattern) >= from && Number(pattern) <= to ? [Number(pattern)] : [];
  const first = Math.max(from, Number(pattern.replaceAll('X', '0')));
  const last = Math.min(to, Number(pattern.replaceAll('X', '9')));
  const test = new RegExp(`^${pattern.replaceAll('X', '.')}$`);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((n) =>
    test.test(String(n).padStart(pattern.length, '0')),
  );
}

function yearsOf(pattern: string): number[] {
  if (!pattern.startsWith('-')) return matching(pattern, 0, 9999);
  return matching(pattern.slice(1), 1, 9999)
    .map((year) => -year)
    .reverse();
}

/** The spans that match, ascending; neighbours may touch. */
function* spansOf(atom: EdtfAtom): Generator<DaySpan> {
  const anyDay = atom.day === null || atom.day === 'XX';
  for (const year of yearsOf(atom.year)) {
    if (isSeason(atom.month)) yield seasonSpan(year, Number(atom.month));
    else if (anyDay && (atom.month === null || atom.month === 'XX')) {
      yield { from: toDay(year, 1, 1), to: toDay(year, 12, 31) };
    } else {
      for (const month of matching(atom.month ?? 'XX', 1, 12)) yield* daysOfMonth(year, month, atom.day);
    }
  }
}

function* daysOfMonth(year: number, month: number, pattern: string | null): Generator<DaySpan> {
  const length = daysInMonth(year, month);
  if (pattern === null || pattern === 'XX') {
    yield { from: toDay(year, month, 1), to: toDay(year, month, length) };
    return;
  }
  for (const day of matching(pattern, 1, length)) {
    yield { from: toDay(year, month, day), to: toDay(year, month, day) };
  }
}

/** Joins ascending spans that touch or overlap; stops one past {@link MOST_SPANS}. */
export function mergeSpans(spans: Iterable<DaySpan>): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) as Day };
    } else if (merged.push(span) > MOST_SPANS) break;
  }
  return merged;
}

/** What is wrong with a date of known digits, or null: checked here since edtf.js turns 2023-02-29 into 1 March. */
function wrongWith({ bare, year, month, day }: EdtfAtom): string | null {
  if (year === '-0000') return 'the year -0000 does not exist; 1 BC is 0000';
  if (month === null) return null;
  const known = /^\d\d$/;
  if (known.test(month) && !isSeason(month) && (Number(month) < 1 || Number(month) > 12)) {
    return `${month} in "${bare}" is neither a month (01 to 12) nor a season (21 to 41)`;
  }
  if (day === null) return null;
  if (isSeason(month)) return `${month} in "${bare}" is a season, which has no day of the month`;
  if (!known.test(day)) return null;
  if (Number(day) < 1 || Number(day) > 31) return `day ${day} in "${bare}" does not exist`;
  if (/X/.test(year + month) || Number(day) <= daysInMonth(Number(year), Number(month))) return null;
  return `${Number(day)} ${MONTH_NAMES[Number(month) - 1]} ${formatYear(Number(year))} does not exist`;
}

/** The unit known for certain: that before the first `X`. */
function precisionOf({ year, month, day }: EdtfAtom): DatePrecision {
  if (year === 'XXXX') return 'unknown';
  if (year.includes('X')) return year.indexOf('X') === year.length - 1 ? 'decade' : 'century';
  if (month === null || month.includes('X')) return 'year';
  if (isSeason(month)) return 'season';
  return day === null || day.includes('X') ? 'month' : 'day';
}

/** The unit of one component in months, 0 for a day; a component with an `X` counts as the unit it leaves open. */
function unitOf(atom: EdtfAtom, at: EdtfMark['at']): number {
  if (at === 'day') return atom.day?.includes('X') ? 1 : 0;
  if (at === 'year')
    return 12 * 10 ** (atom.year.includes('X') ? atom.year.length - atom.year.indexOf('X') : 0);
  if (isSeason(atom.month)) return seasonMonths(Number(atom.month)).length;
  return atom.month?.includes('X') ? 12 : 1;
}

/** A mark at the end doubts the date as precisely as it is written; any other doubts the component it stands at. */
function unitOfMark(atom: EdtfAtom, mark: EdtfMark): number {
  const open = (['year', 'month', 'day'] as const).filter((at) => mark.trailing && atom[at]?.includes('X'));
  return Math.max(unitOf(atom, mark.at), ...open.map((at) => unitOf(atom, at)));
}

function doubtOf(atom: EdtfAtom): Doubt | null {
  if (atom.marks.length === 0) return null;
  return Math.max(...atom.marks.map((mark) => unitOfMark(atom, mark))) as Doubt;
}

/** Works out one written date: its real days, and how far a mark lets it be off. */
export function readingOf(atom: EdtfAtom): AtomReading | DateProblem {
  const wrong = wrongWith(atom);
  if (wrong) return { kind: 'problem', reason: wrong };
  const unknown =
    atom.year === 'XXXX' && [null, 'XX'].includes(atom.month) && [null, 'XX'].includes(atom.day);
  const days = unknown ? [] : mergeSpans(spansOf(atom));
  if (days.length > MOST_SPANS) {
    return { kind: 'problem', reason: `"${atom.bare}" means more than ${MOST_SPANS} separate spans of days` };
  }
  if (!unknown && days.length === 0) return { kind: 'problem', reason: `no day matches "${atom.bare}"` };
  return {
    kind: 'reading',
    days,
    doubt: unknown ? null : doubtOf(atom),
    precision: precisionOf(atom),
    uncertain: atom.marks.some((mark) => mark.sign !== '~'),
    approximate: atom.marks.some((mark) => mark.sign !== '?'),
  };
}

/** The same of a whole day without a mark, as most dates are. */
export function readingOfDay(day: Day): AtomReading {
  return {
    kind: 'reading',
    days: [{ from: day, to: day }],
    doubt: null,
    precision: 'day',
    uncertain: false,
    approximate: false,
  };
}
