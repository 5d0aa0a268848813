import { parseEventDate } from '../../time/edtf';
import { shapeOf } from '../../time/edtf-text';
import type { EventDate } from '../../time/event-date';
import { wholeUnit } from './coded-precision';
import { type DateOutcome, dateOutcome } from './date-outcome';

/** One end: a date in EDTF, `..` for one that is still open, '' for one that is not known. */
export interface End {
  readonly edtf: string;
  readonly date: EventDate | null;
}

/** Whether both ends are whole days, so that the calendar unit that they span can be asked for. */
function unitBetween(start: EventDate, end: EventDate): string | null {
  if (start.earliest === null || end.latest === null) return null;
  const areDays = [start, end].every((date) => /^-?\d{4}-\d\d-\d\d$/.test(date.edtf));
  return areDays && start.edtf !== end.edtf ? wholeUnit(start.earliest, end.latest) : null;
}

/** What two ends mean in EDTF; the ends are in order. `stated` is true where a column says that it lasted. */
export function spanText(start: End, end: End, meaning: 'lasting' | 'doubt', stated: boolean): string {
  if (start.edtf === end.edtf) return start.edtf;
  if (start.date === null || end.date === null) {
    return meaning === 'doubt' && end.edtf === '' ? start.edtf : `${start.edtf}/${end.edtf}`;
  }
  const unit = unitBetween(start.date, end.date);
  if (unit !== null && (meaning === 'doubt' || !stated)) return unit;
  return meaning === 'doubt' ? `[${start.edtf}..${end.edtf}]` : `${start.edtf}/${end.edtf}`;
}

/** Whether an end lies before a start. */
export function isBackwards(start: EventDate | null, end: EventDate | null): boolean {
  const [from, to] = [start?.earliest ?? null, end?.latest ?? null];
  return from !== null && to !== null && to < from;
}

/** From one date to another as an incident that lasted; the first alone where the two are no range. */
export function lasted(start: EventDate, end: EventDate): DateOutcome {
  const areOne = [start, end].every(({ edtf }) => shapeOf(edtf).kind === 'one');
  if (!areOne) return dateOutcome(start);
  const ends = [start, end].map((date): End => ({ edtf: date.edtf, date })) as [End, End];
  const parsed = parseEventDate(spanText(...ends, 'lasting', true));
  return dateOutcome(parsed.kind === 'date' ? parsed.date : start);
}
