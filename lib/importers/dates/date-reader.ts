import type { RawColumn } from '../formats/raw-table';
import type { CodedPrecision, DateMapping } from '../mapping/mapping';
import { cellOf, ruleValue } from './cell-values';
import { codedDate } from './coded-precision';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import { eventDates, eventReader, remembering } from './event-reader';
import { partsReader } from './read-parts';
import { spanReader } from './read-span';

type OneMapping = Extract<DateMapping, { kind: 'one' }>;

function oneReader(
  mapping: OneMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const { column, rule, precision } = mapping;
  const cell = cellOf(column, columns);
  const precisionOf = precision === null ? (): CodedPrecision => 'as-written' : ruleValue(precision, columns);
  const [read, ofEdtf] = [eventReader(rule), eventDates()];
  const outcomeOf = (text: string, coded: CodedPrecision): DateOutcome => {
    const event = read(text);
    if (event.kind === 'unknown') return dateProblem('no-date', column, text, 'it gives no date');
    if (event.kind === 'problem') return dateProblem('date-not-understood', column, text, event.reason);
    const date = ofEdtf(codedDate(event.date, coded)) ?? event.date;
    if (event.warning === null) return dateOutcome(date);
    return dateOutcome(date, { code: 'weekday-differs', column, value: text, reason: event.warning });
  };
  const byPrecision = new Map<CodedPrecision, (text: string) => DateOutcome>();
  return (cells) => {
    const coded = precisionOf(cells);
    const outcome = byPrecision.get(coded) ?? remembering((text) => outcomeOf(text, coded));
    byPrecision.set(coded, outcome);
    return outcome(cell(cells));
  };
}

/**
 * Reads the date of each row by a mapping. Equal texts are read once and share one `EventDate`, which never changes, so
 * that a million rows cost little more than a million look-ups.
 */
export function dateReader(
  mapping: DateMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  if (mapping.kind === 'one') return oneReader(mapping, columns);
  return mapping.kind === 'parts' ? partsReader(mapping, columns) : spanReader(mapping, columns);
}
