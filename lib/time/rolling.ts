import { addDays, type Day, daysInMonth, MIN_DAY, toCalendar, toDay } from './day';

const UNITS = { d: 'day', w: 'week', m: 'month', y: 'year' } as const;

/** The units of a rolling bound, by their letter. */
export type RollingUnit = keyof typeof UNITS;

/** A bound that moves with the series: so many days, weeks, months or years back. */
export interface Rolling {
  /** As written: `-12m`. */
  readonly text: string;
  readonly count: number;
  readonly unit: RollingUnit;
}

/** Reads `-12m`, `-90d`, `-2w`, `-5y`: 1 to 9999, without leading zeros; null for anything else. */
export function parseRolling(text: string): Rolling | null {
  const match = /^-([1-9]\d{0,3})([dwmy])$/.exec(text);
  return match ? { text, count: Number(match[1]), unit: match[2] as RollingUnit } : null;
}

/** The same day of an earlier month, or the last day of that month where it is shorter. */
function monthsBack(day: Day, count: number): Day {
  const { year, month, day: d } = toCalendar(day);
  const months = year * 12 + (month - 1) - count;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return toDay(y, m, Math.min(d, daysInMonth(y, m)));
}

/** The day that lies a rolling bound before `day`; none before the first that can be held. */
export function rollBack(day: Day, { count, unit }: Rolling): Day {
  const back =
    unit === 'd' || unit === 'w'
      ? addDays(day, unit === 'd' ? -count : -7 * count)
      : monthsBack(day, unit === 'm' ? count : 12 * count);
  return back < MIN_DAY ? MIN_DAY : back;
}

/** The last day of a window that ends a rolling bound before `day`; the end of a month stays the end of a month. */
export function lastDayBack(day: Day, rolling: Rolling): Day {
  const next = addDays(day, 1);
  if (toCalendar(next).day !== 1) return rollBack(day, rolling);
  const back = addDays(rollBack(next, rolling), -1);
  return back < MIN_DAY ? MIN_DAY : back;
}

/** The first day of the span of that length that ends with `last`: 12 months to 2024-03-31 begin on 2023-04-01. */
export function firstDayBack(last: Day, rolling: Rolling): Day {
  return rollBack(addDays(last, 1), rolling);
}

/** `12 months`, `1 year`. */
export function rollingInWords({ count, unit }: Rolling): string {
  return `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;
}
