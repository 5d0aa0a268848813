import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import type { RawColumn } from '../formats/raw-table';
import { cellOf } from './cell-values';
import { type DateOutcome, dateOutcome } from './date-outcome';
import { dateOfParts, type PartsMapping } from './date-parts';
import { eventReader, type ReadEvent, rememberingTogether } from './event-reader';

/** Whether the text says more than the parts: it lies inside them, or it doubts between them and their neighbours. */
function agrees(text: EventDate, parts: EventDate): 'says-more' | 'says-less' | 'differs' {
  const [from, to] = [text.earliest, text.until ?? text.latest];
  if (from === null || to === null || parts.earliest === null || parts.latest === null) return 'says-less';
  if (from >= parts.earliest && to <= parts.latest) return 'says-more';
  const holds = from <= parts.earliest && to >= parts.latest;
  if (!holds) return 'differs';
  return shapeOf(text.edtf).kind === 'oneOf' ? 'says-more' : 'says-less';
}

/** What the free text adds to parts that are no whole day, or that have no year. */
function withText(outcome: DateOutcome, column: string, text: string, read: ReadEvent): DateOutcome {
  if (outcome.kind === 'problem') {
    return outcome.code === 'no-date' && read.kind === 'date' ? dateOutcome(read.date) : outcome;
  }
  const unused = (reason: string) =>
    dateOutcome(outcome.date, { code: 'date-text-not-used', column, value: text, reason });
  if (read.kind === 'unknown') return outcome;
  if (read.kind === 'problem') return unused(read.reason);
  const match = agrees(read.date, outcome.date);
  if (match === 'differs') return unused(`it does not lie within ${outcome.date.edtf}`);
  return match === 'says-more' ? dateOutcome(read.date) : outcome;
}

/** Reads year, month and day of each row from columns of their own. */
export function partsReader(
  mapping: PartsMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const cell = (column: string | null) => (column === null ? () => '' : cellOf(column, columns));
  const [yearCell, monthCell, dayCell] = [cell(mapping.year), cell(mapping.month), cell(mapping.day)];
  const textCell = cell(mapping.text);
  const readText = eventReader(mapping.rule);
  const readParts = rememberingTogether((year = '', month = '', day = '') =>
    dateOfParts(mapping, year, month, day),
  );
  return (cells) => {
    const outcome = readParts(yearCell(cells), monthCell(cells), dayCell(cells));
    const text = textCell(cells);
    const isWholeDay = outcome.kind === 'date' && outcome.date.precision === 'day';
    return text === '' || isWholeDay ? outcome : withText(outcome, mapping.text ?? '', text, readText(text));
  };
}
