import { addDays, type Day, type DaySpan, daysInMonth, MAX_DAY, MIN_DAY, toCalendar, toDay } from './day';

/** How far off a flagged date may be on either side, in calendar months; 0 stands for a single day. */
export type Doubt = number & { readonly __brand: 'Doubt' };

function shiftMonths(day: Day, months: number): Day {
  const date = toCalendar(day);
  const total = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(total / 12);
  if (year < -9999) return MIN_DAY;
  if (year > 9999) return addDays(MAX_DAY, 1);
  const month = total - year * 12 + 1;
  return toDay(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** The last day of a span, later by whole months; the end of a month stays the end of one. */
function shiftEnd({ from, to }: DaySpan, months: number): Day {
  if (toCalendar(from).day !== 1) return shiftMonths(to, months);
  return addDays(shiftMonths(addDays(to, 1), months), -1);
}

/** The span with `doubt` added before and after it, within the days that Annals can hold. */
export function widen(span: DaySpan, doubt: Doubt): DaySpan {
  const from = doubt === 0 ? addDays(span.from, -1) : shiftMonths(span.from, -doubt);
  const to = doubt === 0 ? addDays(span.to, 1) : shiftEnd(span, doubt);
  return { from: Math.max(from, MIN_DAY) as Day, to: Math.min(to, MAX_DAY) as Day };
}
