import { formatYear } from '../../time/day';
import { parseEventDate } from '../../time/edtf';
import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import type { RawColumn } from '../formats/raw-table';
import type { DateMapping } from '../mapping/mapping';
import { cellOf } from './cell-values';
import { type DateFault, type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import type { DateRule } from './date-rule';
import { saysUnknown } from './date-words';
import { eventDates, eventReader, type ReadEvent } from './event-reader';
import { lexiconOf, wordKey } from './lexicon';
import { NOTHING, pieceOf } from './partial-date';
import { foldWords, plainText } from './plain-text';

type PartsMapping = Extract<DateMapping, { kind: 'parts' }>;

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
 * Years below zero count as history does, without a year 0: −1 is 1 BC, in EDTF `0000`. So do catalogues such as
 * NOAA's, whose −2150 is 2150 BC.
 */
function yearPart(text: string, rule: DateRule): Part {
  const plain = plainText(text);
  const year = wholeNumber(plain);
  if (year === null) return saysUnknown(foldWords(plain)) || plain === '' ? null : wordedYear(plain, rule);
  if (NO_YEARS.includes(year)) return null;
  if (year === 0) return { reason: 'there is no year 0' };
  if (year < -9999 || year > 9999) return { reason: 'only the years -9999 to 9999 can be held' };
  if (year < 0) return year + 1;
  return year < 100 && rule.pivot !== null ? rule.pivot - ((((rule.pivot - year) % 100) + 100) % 100) : year;
}

/** A year in words, such as `44 BC`. */
function wordedYear(text: string, rule: DateRule): Part {
  const read = eventReader(rule)(text);
  if (read.kind === 'date' && /^-?\d{4}$/.test(read.date.edtf)) return Number(read.date.edtf);
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

/** Whether the text says more than the parts: it lies inside them, or it doubts between them and their neighbours. */
function agrees(text: EventDate, parts: EventDate): 'says-more' | 'says-less' | 'differs' {
  const [from, to] = [text.earliest, text.until ?? text.latest];
  if (from === null || to === null || parts.earliest === null || parts.latest === null) return 'says-less';
  if (from >= parts.earliest && to <= parts.latest) return 'says-more';
  const holds = from <= parts.earliest && to >= parts.latest;
  if (!holds) return 'differs';
  return shapeOf(text.edtf).kind === 'oneOf' ? 'says-more' : 'says-less';
}

/** Reads year, month and day of each row from columns of their own. */
export function partsReader(
  mapping: PartsMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const { rule } = mapping;
  const blank = () => '';
  const yearCell = cellOf(mapping.year, columns);
  const monthCell = mapping.month === null ? blank : cellOf(mapping.month, columns);
  const dayCell = mapping.day === null ? blank : cellOf(mapping.day, columns);
  const textCell = mapping.text === null ? blank : cellOf(mapping.text, columns);
  const readText = eventReader(rule);
  const ofEdtf = eventDates();
  const memory = new Map<string, DateOutcome>();

  const faulty = (column: string | null, value: string, reason: string) =>
    dateProblem('date-part-not-understood', column ?? mapping.year, value, reason);

  const fromParts = (year: string, month: string, day: string): DateOutcome => {
    const [y, m, d] = [yearPart(year, rule), monthPart(month, rule), smallPart(day, 31, 'day')];
    if (y !== null && typeof y === 'object') return faulty(mapping.year, year, y.reason);
    if (m !== null && typeof m === 'object') return faulty(mapping.month, month, m.reason);
    if (d !== null && typeof d === 'object') return faulty(mapping.day, day, d.reason);
    if (y === null) return dateProblem('no-date', mapping.year, year, 'the year is not given');
    const edtf = pieceOf({ ...NOTHING, year: y, month: m ?? 0, day: d ?? 0 })?.text ?? formatYear(y);
    const date = ofEdtf(edtf);
    if (date) return dateOutcome(date);
    const parsed = parseEventDate(edtf);
    return faulty(mapping.day, day, parsed.kind === 'problem' ? parsed.reason : 'it is no date');
  };

  const unused = (value: string, reason: string): DateFault => ({
    code: 'date-text-not-used',
    column: mapping.text ?? '',
    value,
    reason,
  });

  /** What the free text adds to parts that are no whole day, or that have no year. */
  const withText = (outcome: DateOutcome, text: string, read: ReadEvent): DateOutcome => {
    if (outcome.kind === 'problem') {
      return outcome.code === 'no-date' && read.kind === 'date' ? dateOutcome(read.date) : outcome;
    }
    if (read.kind === 'unknown') return outcome;
    if (read.kind === 'problem') return dateOutcome(outcome.date, unused(text, read.reason));
    const match = agrees(read.date, outcome.date);
    if (match === 'differs') {
      return dateOutcome(outcome.date, unused(text, `it does not lie within ${outcome.date.edtf}`));
    }
    return match === 'says-more' ? dateOutcome(read.date) : outcome;
  };

  return (cells) => {
    const [year, month, day] = [yearCell(cells), monthCell(cells), dayCell(cells)];
    const key = `${year}\u0000${month}\u0000${day}`;
    let outcome = memory.get(key);
    if (!outcome) {
      if (memory.size > 100_000) memory.clear();
      outcome = fromParts(year, month, day);
      memory.set(key, outcome);
    }
    const text = textCell(cells);
    const isWholeDay = outcome.kind === 'date' && outcome.date.precision === 'day';
    return text === '' || isWholeDay ? outcome : withText(outcome, text, readText(text));
  };
}
