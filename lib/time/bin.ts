import { addDays, type Day, type DaySpan, toCalendar, toDay } from './day';

/** The calendar bins, fine to coarse. Weeks are ISO weeks and begin on Monday. */
export const BINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Bin = (typeof BINS)[number];

/** The first day of the bin that holds `day`. Idempotent. */
export function floorBin(day: Day, bin: Bin): Day {
  if (bin === 'day') return day;
  if (bin === 'week') return addDays(day, -((((day + 3) % 7) + 7) % 7));
  const { year, month } = toCalendar(day);
  if (bin === 'year') return toDay(year, 1, 1);
  if (bin === 'quarter') return toDay(year, Math.floor((month - 1) / 3) * 3 + 1, 1);
  return toDay(year, month, 1);
}

/** The first day of the bin after the one that begins on `start`; `start` is the first day of a bin. */
export function nextBin(start: Day, bin: Bin): Day {
  if (bin === 'day') return addDays(start, 1);
  if (bin === 'week') return addDays(start, 7);
  const { year, month } = toCalendar(start);
  if (bin === 'year') return toDay(year + 1, 1, 1);
  const step = bin === 'quarter' ? 3 : 1;
  return month + step > 12 ? toDay(year + 1, month + step - 12, 1) : toDay(year, month + step, 1);
}

/** The days of the bin that begins on `start`, both ends inclusive. */
export function binSpan(start: Day, bin: Bin): DaySpan {
  return { from: start, to: addDays(nextBin(start, bin), -1) };
}

/** The first days of all bins that touch `from`..`to`, ascending; empty where `from` is after `to`. */
export function binStarts(from: Day, to: Day, bin: Bin): Day[] {
  const starts: Day[] = [];
  for (let start = floorBin(from, bin); start <= to; start = nextBin(start, bin)) starts.push(start);
  return from > to ? [] : starts;
}

/** The number of bins that touch `from`..`to`, without listing them. */
export function countBins(from: Day, to: Day, bin: Bin): number {
  if (from > to) return 0;
  const [a, b] = [floorBin(from, bin), floorBin(to, bin)];
  if (bin === 'day') return b - a + 1;
  if (bin === 'week') return (b - a) / 7 + 1;
  const [first, last] = [toCalendar(a), toCalendar(b)];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  return months / (bin === 'month' ? 1 : bin === 'quarter' ? 3 : 12) + 1;
}

/** The finest bin that divides `from`..`to` into at most `most` bins; `year` where none does. */
export function finestBin(from: Day, to: Day, most = 120): Bin {
  return BINS.find((bin) => countBins(from, to, bin) <= most) ?? 'year';
}
