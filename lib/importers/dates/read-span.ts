import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import type { RawColumn } from '../formats/raw-table';
import type { DateMapping } from '../mapping/mapping';
import { cellOf, ruleValue } from './cell-values';
import { wholeUnit } from './coded-precision';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import { keywordOf } from './date-words';
import { eventDates, eventReader, type ReadEvent, rememberingTogether } from './event-reader';
import { foldWords, plainText } from './plain-text';

type SpanMapping = Extract<DateMapping, { kind: 'span' }>;

/** One end: a date in EDTF, `..` for one that is still open, '' for one that is not known. */
interface End {
  readonly edtf: string;
  readonly date: EventDate | null;
}

function endOf(read: ReadEvent, text: string): End | { readonly reason: string } {
  if (read.kind === 'date') return { edtf: read.date.edtf, date: read.date };
  if (read.kind === 'unknown') return { edtf: '', date: null };
  const isOpen = keywordOf(foldWords(plainText(text)))?.kind === 'open';
  return isOpen ? { edtf: '..', date: null } : { reason: read.reason };
}

/** Whether both ends are whole days, so that the calendar unit that they span can be asked for. */
function unitBetween(start: EventDate, end: EventDate): string | null {
  if (start.earliest === null || end.latest === null) return null;
  const areDays = [start, end].every((date) => /^-?\d{4}-\d\d-\d\d$/.test(date.edtf));
  return areDays && start.edtf !== end.edtf ? wholeUnit(start.earliest, end.latest) : null;
}

/** What two ends mean in EDTF; the ends are in order. `stated` is true where a column says that it lasted. */
function spanText(start: End, end: End, meaning: 'lasting' | 'doubt', stated: boolean): string {
  if (start.edtf === end.edtf) return start.edtf;
  if (start.date === null || end.date === null) {
    return meaning === 'doubt' && end.edtf === '' ? start.edtf : `${start.edtf}/${end.edtf}`;
  }
  const unit = unitBetween(start.date, end.date);
  if (unit !== null && (meaning === 'doubt' || !stated)) return unit;
  return meaning === 'doubt' ? `[${start.edtf}..${end.edtf}]` : `${start.edtf}/${end.edtf}`;
}

function isBackwards(start: EventDate | null, end: EventDate | null): boolean {
  const [from, to] = [start?.earliest ?? null, end?.latest ?? null];
  return from !== null && to !== null && to < from;
}

/** The date with the warning of one of its ends; null where that end has none. */
function warned(date: EventDate, column: string, value: string, read: ReadEvent): DateOutcome | null {
  if (read.kind !== 'date' || read.warning === null) return null;
  return dateOutcome(date, { code: 'weekday-differs', column, value, reason: read.warning });
}

/**
 * Reads start and end of each row. An end that is blank is not known (`A/`), one that says `present` is open (`A/..`).
 * Two days that are exactly a calendar month or year are doubt about the day, unless a column says that it lasted.
 */
export function spanReader(
  mapping: SpanMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const [startCell, endCell] = [cellOf(mapping.start, columns), cellOf(mapping.end, columns)];
  const meaningOf = ruleValue(mapping.meaning, columns);
  const stated = !('fixed' in mapping.meaning);
  const [read, ofEdtf] = [eventReader(mapping.rule), eventDates()];

  const notRead = (column: string, value: string, reason: string) =>
    dateProblem('date-not-understood', column, value, reason);

  const outcomeOf = (startText: string, endText: string, meaning: 'lasting' | 'doubt'): DateOutcome => {
    const [startRead, endRead] = [read(startText), read(endText)];
    const [start, end] = [endOf(startRead, startText), endOf(endRead, endText)];
    if ('reason' in start) return notRead(mapping.start, startText, start.reason);
    if ('reason' in end) return notRead(mapping.end, endText, end.reason);
    if (start.date === null && end.date === null) {
      return dateProblem('no-date', mapping.start, startText, 'neither start nor end is given');
    }
    if (isBackwards(start.date, end.date)) {
      return dateProblem('end-before-start', mapping.end, endText, `${end.edtf} lies before ${start.edtf}`);
    }
    const areOne = [start, end].every(({ edtf }) => shapeOf(edtf).kind === 'one');
    if (!areOne && start.edtf !== end.edtf && end.edtf !== '') {
      return notRead(mapping.start, startText, 'start or end is itself more than one date');
    }
    const text = areOne ? spanText(start, end, meaning, stated) : start.edtf;
    const date = ofEdtf(text);
    if (!date) return notRead(mapping.start, startText, `${text} is no date`);
    return (
      warned(date, mapping.start, startText, startRead) ??
      warned(date, mapping.end, endText, endRead) ??
      dateOutcome(date)
    );
  };

  const remembered = {
    lasting: rememberingTogether((start = '', end = '') => outcomeOf(start, end, 'lasting')),
    doubt: rememberingTogether((start = '', end = '') => outcomeOf(start, end, 'doubt')),
  };
  return (cells) => remembered[meaningOf(cells)](startCell(cells), endCell(cells));
}
