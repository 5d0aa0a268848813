import { addDays, type DaySpan, toCalendar } from '../../time/day';
import { lastDayBack, type Rolling, rollBack } from '../../time/rolling';
import type { View } from '../../view/view';
import { searchedIn } from '../coverage/searched';
import type { SearchGuide } from '../coverage/watched';

/** An earlier stretch of time that a window is compared with. */
export interface Earlier extends DaySpan {
  /** `before`: as long, and right before the window; `year`: the same days a year before. */
  readonly kind: 'before' | 'year';
  /** How long it is: whole months where the window begins and ends with months, else days. */
  readonly length: { readonly unit: 'month' | 'day'; readonly count: number };
}

const YEAR: Rolling = { text: '-1y', count: 1, unit: 'y' };

function monthsIn({ from, to }: DaySpan): number | null {
  const [first, next] = [toCalendar(from), toCalendar(addDays(to, 1))];
  if (first.day !== 1 || next.day !== 1) return null;
  return (next.year - first.year) * 12 + next.month - first.month;
}

function lengthOf(window: DaySpan): Earlier['length'] {
  const months = monthsIn(window);
  return months === null
    ? { unit: 'day', count: window.to - window.from + 1 }
    : { unit: 'month', count: months };
}

/** The stretch right before a window and as long, or its days a year before, whatever was searched. */
export function stretchOf(kind: Earlier['kind'], window: DaySpan): Earlier {
  const length = lengthOf(window);
  if (kind === 'year') {
    return { kind, length, from: rollBack(window.from, YEAR), to: lastDayBack(window.to, YEAR) };
  }
  const back: Rolling = { text: '', count: length.count, unit: length.unit === 'month' ? 'm' : 'd' };
  return { kind, length, from: rollBack(window.from, back), to: addDays(window.from, -1) };
}

/** The stretches before a window, whatever was searched. A window of a year or more has no other one a year before. */
function stretches(window: DaySpan): readonly Earlier[] {
  const [before, year] = [stretchOf('before', window), stretchOf('year', window)];
  return year.to < before.from ? [before, year] : [before];
}

/**
 * The earlier stretches with which the count of a window can be compared: those that lie inside the coverage, where no day
 * of either was left unsearched for what the view asks for. A fall would else be one of looking.
 */
export function earlierSpans(window: DaySpan, view: View, guide: SearchGuide): readonly Earlier[] {
  if (window.from > window.to || searchedIn(window, view, guide).missed.length > 0) return [];
  return stretches(window).filter((span) => searchedIn(span, view, guide).missed.length === 0);
}
