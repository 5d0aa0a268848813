import { eventDates, eventReader, type ReadEvent, rememberingTogether } from '../../dates/event-reader';
import { saysNothing } from '../../dates/words/date-words';
import { saysOpen } from '../../dates/words/open-end';
import type { RawColumn } from '../../formats/raw-table';
import { foldWords, plainText } from '../../text/plain-text';
import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import type { DateMapping } from '../mapping';
import { ruleValue } from './cell-values';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import { localCell } from './local-cell';
import { type End, isBackwards, spanText } from './span-text';

type SpanMapping = Extract<DateMapping, { kind: 'span' }>;

function endOf(read: ReadEvent, text: string): End | { readonly reason: string } {
  if (read.kind === 'date') return { edtf: read.date.edtf, date: read.date };
  if (saysOpen(foldWords(plainText(text)))) return { edtf: '..', date: null };
  return read.kind === 'unknown' ? { edtf: '', date: null } : { reason: read.reason };
}

/** The date with the warning of one of its ends; null where that end has none. */
function warned(date: EventDate, column: string, value: string, read: ReadEvent): DateOutcome | null {
  if (read.kind !== 'date' || read.warning === null) return null;
  return dateOutcome(date, { ...read.warning, column, value });
}

/**
 * Reads start and end of each row. Where no end is given the incident is of its one day, for a blank says nothing of its
 * length; an end that says `unknown` is not known (`A/`), one that says `present` is open (`A/..`).
 * Two days that are exactly a calendar month or year are doubt about the day, unless a column says that it lasted.
 */
export function spanReader(
  mapping: SpanMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const [startCell, endCell] = [mapping.start, mapping.end].map((column) =>
    localCell(column, mapping.zone, columns),
  ) as [ReturnType<typeof localCell>, ReturnType<typeof localCell>];
  const meaningOf = ruleValue(mapping.meaning, columns);
  const stated = !('fixed' in mapping.meaning);
  const [read, ofEdtf] = [eventReader(mapping.rule), eventDates()];

  const notRead = (column: string, value: string, reason: string) =>
    dateProblem('date-not-understood', column, value, reason);

  const outcomeOf = (startText: string, endText: string, meaning: 'lasting' | 'doubt'): DateOutcome => {
    const [startRead, endRead] = [read(startText), read(endText)];
    const start = endOf(startRead, startText);
    const end = saysNothing(foldWords(plainText(endText))) ? start : endOf(endRead, endText);
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
