import type { DateRule } from '../../dates/date-rule';
import { isoWeek } from '../../dates/phrase/iso-week';
import { NOTHING, pieceOf } from '../../dates/phrase/partial-date';
import { readDate } from '../../dates/read-date';
import { saysUnknown } from '../../dates/words/date-words';
import { lexiconOf, wordKey } from '../../dates/words/lexicon';
import { foldWords, plainText } from '../../text/plain-text';
import { addDays, formatDay, formatYear, toCalendar, toDay } from '../../time/day';
import { parseEventDate } from '../../time/edtf';
import type { DateMapping } from '../mapping';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';

/** Date columns of parts, as a mapping names them. */
export type PartsMapping = Extract<DateMapping, { kind: 'parts' }>;

/** A year, month or day; null where it is not known; a reason where it is nothing of the kind. */
type Part = number | null | { readonly reason: string };

/** Codes that tables write for a year that is not known; −9 is no more likely to be 9 BC than to be "unknown". */
const NO_YEARS: readonly number[] = [-9, -99, -999, -9999];

const WHOLE = /^([+-]?\d{1,9})(?:\.0*)?$/;

function wholeNumber(text: string): number | null {
  const digits = WHOLE.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Years below zero are kept as the number that is written, as ISO 8601 reads it: −2150 is EDTF `-2150`. A file that
 * counts as historians do, without a year 0, means 2150 BC by it, which is one year on; no column says which it is, and
 * a number that a reader finds again in the file is worth more than a shift that nobody sees. A zero is "not known".
 */
function yearPart(text: string, rule: DateRule): Part {
  const plain = plainText(text);
  const year = wholeNumber(plain);
  if (year === null) return saysUnknown(foldWords(plain)) || plain === '' ? null : wordedYear(plain, rule);
  if (year === 0 || NO_YEARS.includes(year)) return null;
  if (year < -9999 || year > 9999) return { reason: 'only the years -9999 to 9999 can be held' };
  if (year < 0) return year;
  return year < 100 && rule.pivot !== null ? rule.pivot - ((((rule.pivot - year) % 100) + 100) % 100) : year;
}

/** A year in words, such as `44 BC`. */
function wordedYear(text: string, rule: DateRule): Part {
  const read = readDate(rule, text);
  if (read.kind === 'edtf' && /^-?\d{4}$/.test(read.edtf)) return Number(read.edtf);
  return { reason: 'it is no year' };
}

/** A month by its number or its name; zero, negative codes and blanks are unknown. */
function monthPart(text: string, rule: DateRule): Part {
  const number = smallPart(text, 12, 'month');
  if (typeof number === 'number' || number === null || rule.language === null) return number;
  const meaning = lexiconOf(rule.language).get(wordKey(foldWords(plainText(text))));
  return meaning?.kind === 'month' ? meaning.month : number;
}

function smallPart(text: string, most: number, what: string): Part {
  const plain = plainText(text);
  const number = wholeNumber(plain);
  if (number === null)
    return plain === '' || saysUnknown(foldWords(plain)) ? null : { reason: `it is no ${what}` };
  if (number <= 0) return null;
  return number <= most ? number : { reason: `there is no ${what} ${number}` };
}

function isWrong(part: Part): part is { readonly reason: string } {
  return part !== null && typeof part === 'object';
}

/** One of the seven days of a week of ISO 8601. */
function dateOfWeek(mapping: PartsMapping, year: number, week: number, text: string): DateOutcome {
  const parsed = parseEventDate(
    isoWeek(`${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`) ?? '',
  );
  const reason = `the year ${year} has no week ${week}`;
  if (parsed.kind === 'date') return dateOutcome(parsed.date);
  return dateProblem('date-part-not-understood', mapping.week ?? mapping.year, text, reason);
}

/** One of the days of a quarter, which EDTF numbers 33 to 36. */
function dateOfQuarter(mapping: PartsMapping, year: number, quarter: number, text: string): DateOutcome {
  const parsed = parseEventDate(`${formatYear(year)}-${32 + quarter}`);
  if (parsed.kind === 'date') return dateOutcome(parsed.date);
  return dateProblem('date-part-not-understood', mapping.quarter ?? mapping.year, text, parsed.reason);
}

/** A day by its number in the year, 1 for 1 January. */
function dateOfYearDay(mapping: PartsMapping, year: number, number: number, text: string): DateOutcome {
  const day = addDays(toDay(year, 1, 1), number - 1);
  const parsed = parseEventDate(formatDay(day));
  if (parsed.kind === 'date' && toCalendar(day).year === year) return dateOutcome(parsed.date);
  const reason = `the year ${year} has no day ${number}`;
  return dateProblem('date-part-not-understood', mapping.dayOfYear ?? mapping.year, text, reason);
}

/** A stretch of the year that a column counts: its greatest number, what it is called, and the date it makes. */
const STRETCHES = [
  ['dayOfYear', 366, 'day of a year', dateOfYearDay],
  ['week', 53, 'week', dateOfWeek],
  ['quarter', 4, 'quarter', dateOfQuarter],
] as const;

const stretchOf = (mapping: PartsMapping) => STRETCHES.find(([key]) => mapping[key] !== undefined);

/** The column that counts weeks, quarters or days of the year; null where there is none. */
export function stretchColumn(mapping: PartsMapping): string | null {
  const key = stretchOf(mapping)?.[0];
  return key === undefined ? null : (mapping[key] ?? null);
}

/** Letters before a number: `W12`, `KW 12`, `Q3`. */
const LETTERS = /^\p{L}+[\s.]*(?=\d)/u;

/** The date of a stretch of a year, in place of month and day; null where its cell is blank, or there is none. */
function dateOfStretch(mapping: PartsMapping, year: number, text: string): DateOutcome | null {
  const stretch = stretchOf(mapping);
  if (!stretch) return null;
  const [key, most, what, dateOf] = stretch;
  const part = smallPart(text.replace(LETTERS, ''), most, what);
  if (part === null) return null;
  if (isWrong(part))
    return dateProblem('date-part-not-understood', mapping[key] ?? mapping.year, text, part.reason);
  return dateOf(mapping, year, part, text);
}

/** The date that year, month and day make together, or a year and a stretch of it; null columns are unknown. */
export function dateOfParts(
  mapping: PartsMapping,
  year: string,
  month: string,
  day: string,
  stretch: string,
): DateOutcome {
  const faulty = (column: string | null, value: string, reason: string) =>
    dateProblem('date-part-not-understood', column ?? mapping.year, value, reason);
  const y = yearPart(year, mapping.rule);
  const m = monthPart(month, mapping.rule);
  const d = smallPart(day, 31, 'day');
  if (isWrong(y)) return faulty(mapping.year, year, y.reason);
  if (isWrong(m)) return faulty(mapping.month, month, m.reason);
  if (isWrong(d)) return faulty(mapping.day, day, d.reason);
  if (y === null) return dateProblem('no-date', mapping.year, year, 'the year is not given');
  const stretched = d === null ? dateOfStretch(mapping, y, stretch) : null;
  if (stretched !== null) return stretched;
  const piece = pieceOf({ ...NOTHING, year: y, month: m ?? 0, day: d ?? 0 });
  const parsed = parseEventDate(piece?.text ?? '');
  return parsed.kind === 'date' ? dateOutcome(parsed.date) : faulty(mapping.day, day, parsed.reason);
}
