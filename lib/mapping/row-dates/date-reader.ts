import { eventDates, eventReader, remembering } from '../../dates/event-reader';
import type { RawColumn } from '../../formats/raw-table';
import type { CodedPrecision, DateMapping } from '../mapping';
import { type ReadDateOf, withCellsAbove, withYearCheck } from './beside-date';
import { ruleValue } from './cell-values';
import { codedDate } from './coded-precision';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import { localCell } from './local-cell';
import { partsReader } from './read-parts';
import { spanReader } from './read-span';

type OneMapping = Extract<DateMapping, { kind: 'one' }>;

function oneReader(mapping: OneMapping, columns: readonly RawColumn[]): ReadDateOf {
  const { column, rule, precision } = mapping;
  const cell = localCell(column, mapping.zone, columns);
  const precisionOf = precision === null ? (): CodedPrecision => 'as-written' : ruleValue(precision, columns);
  const [read, ofEdtf] = [eventReader(rule), eventDates()];
  const outcomeOf = (text: string, coded: CodedPrecision): DateOutcome => {
    const event = read(text);
    if (event.kind === 'unknown') return dateProblem('no-date', column, text, 'it gives no date');
    if (event.kind === 'problem') return dateProblem('date-not-understood', column, text, event.reason);
    const date = ofEdtf(codedDate(event.date, coded)) ?? event.date;
    if (event.warning === null) return dateOutcome(date);
    return dateOutcome(date, { ...event.warning, column, value: text });
  };
  const byPrecision = new Map<CodedPrecision, (text: string) => DateOutcome>();
  return (cells) => {
    const coded = precisionOf(cells);
    const outcome = byPrecision.get(coded) ?? remembering((text) => outcomeOf(text, coded));
    byPrecision.set(coded, outcome);
    return outcome(cell(cells));
  };
}

function plainReader(mapping: DateMapping, columns: readonly RawColumn[]): ReadDateOf {
  if (mapping.kind === 'one') return oneReader(mapping, columns);
  return mapping.kind === 'parts' ? partsReader(mapping, columns) : spanReader(mapping, columns);
}

/**
 * Reads the date of each row by a mapping, rows in the order of the file. Equal texts are read once and share one
 * `EventDate`, which never changes, so that a million rows cost little more than a million look-ups.
 */
export function dateReader(mapping: DateMapping, columns: readonly RawColumn[]): ReadDateOf {
  return withCellsAbove(mapping, columns, withYearCheck(mapping, columns, plainReader(mapping, columns)));
}
