import { eventReader, type ReadEvent, rememberingTogether } from '../../dates/event-reader';
import type { RawColumn } from '../../formats/raw-table';
import { toCalendar } from '../../time/day';
import { parseEventDate } from '../../time/edtf';
import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import { cellOf } from './cell-values';
import { type DateOutcome, dateOutcome, dateProblem } from './date-outcome';
import { dateOfParts, type PartsMapping, stretchColumn } from './date-parts';
import { isBackwards, lasted } from './span-text';
import { withYear } from './with-year';

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

/**
 * Parts that are a day beside a text that is several, such as GTD's `January 3-5, 2021`: the coder knows the span and
 * chose a day of it, so that any of them may be the day. A text that says nothing of the kind adds nothing.
 */
function aroundDay(outcome: DateOutcome & { readonly kind: 'date' }, read: ReadEvent): DateOutcome {
  const day = outcome.date.earliest;
  if (read.kind !== 'date' || day === null) return outcome;
  const { earliest, latest, until, edtf } = read.date;
  const end = until ?? latest;
  if (earliest === null || end === null || earliest === end || day < earliest || day > end) return outcome;
  const [from, to] = /^([^/]+)\/([^/]+)$/.exec(edtf)?.slice(1) ?? [];
  const oneOf = from === undefined ? parseEventDate(edtf) : parseEventDate(`[${from}..${to}]`);
  return oneOf.kind === 'date' && isFine(read.date) ? dateOutcome(oneOf.date) : outcome;
}

/** A month or a year as the text is less than the day; days of its own are more. */
function isFine({ precision, edtf }: EventDate): boolean {
  return precision === 'day' && /\d{4}-\d\d-\d\d/.test(edtf);
}

/** The date that lasted from the parts of a start to those of an end; the start alone where no end is given. */
function withEnd(start: DateOutcome, end: DateOutcome, { end: columns }: PartsMapping): DateOutcome {
  if (start.kind === 'problem' || columns === undefined) return start;
  if (end.kind === 'problem') return end.code === 'no-date' ? start : end;
  if (isBackwards(start.date, end.date)) {
    const reason = `${end.date.edtf} lies before ${start.date.edtf}`;
    return dateProblem('end-before-start', columns.day ?? columns.year, end.date.edtf, reason);
  }
  return lasted(start.date, end.date);
}

/** Reads year, month and day of each row from columns of their own. */
export function partsReader(
  mapping: PartsMapping,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => DateOutcome {
  const cell = (column: string | null | undefined) =>
    column === null || column === undefined ? () => '' : cellOf(column, columns);
  const { end } = mapping;
  const partsOf = [mapping.year, mapping.month, mapping.day, stretchColumn(mapping)].map(cell);
  const endOf = [end?.year, end?.month, end?.day].map(cell);
  const textCell = cell(mapping.text);
  const read = eventReader(mapping.rule);
  const readParts = rememberingTogether((year = '', month = '', day = '', week = '') =>
    dateOfParts(mapping, year, month, day, week),
  );
  const endMapping = end === undefined ? mapping : { ...mapping, ...end };
  const readEnd = rememberingTogether((year = '', month = '', day = '') =>
    dateOfParts(endMapping, year, month, day, ''),
  );
  const readText = (text: string, { kind, ...outcome }: DateOutcome): ReadEvent => {
    const alone = read(text);
    const year = 'date' in outcome ? outcome.date.earliest : null;
    if (kind === 'problem' || alone.kind !== 'problem' || year === null) return alone;
    const dated = read(withYear(text, toCalendar(year).year));
    return dated.kind === 'date' ? dated : alone;
  };
  const startOf = (cells: readonly string[]): DateOutcome => {
    const [year = '', month = '', day = '', week = ''] = partsOf.map((part) => part(cells));
    const outcome = readParts(year, month, day, week);
    const text = textCell(cells);
    if (text === '') return outcome;
    const isWholeDay = outcome.kind === 'date' && outcome.date.precision === 'day' && week === '';
    if (isWholeDay) return aroundDay(outcome, readText(text, outcome));
    return withText(outcome, mapping.text ?? '', text, readText(text, outcome));
  };
  if (end === undefined) return startOf;
  return (cells) => {
    const [year = '', month = '', day = ''] = endOf.map((part) => part(cells));
    return withEnd(startOf(cells), readEnd(year, month, day), mapping);
  };
}
