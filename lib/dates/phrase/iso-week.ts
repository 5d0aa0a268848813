import { addDays, formatDay, toDay } from '../../time/day';

const WEEK = /^(\d{4})-?w(\d\d)(?:-?([1-7]))?$/i;
const WEEK_LENGTH = 7;

/** The weekday of a day, 0 for Monday. */
function mondayBased(day: number): number {
  return (((day + 3) % WEEK_LENGTH) + WEEK_LENGTH) % WEEK_LENGTH;
}

/** A week of ISO 8601 (`2024-W12`) as one of its seven days, or the day that it names (`2024-W12-5`); null for others. */
export function isoWeek(text: string): string | null {
  const match = WEEK.exec(text);
  if (!match) return null;
  const [year, week, weekday] = [Number(match[1]), Number(match[2]), match[3]];
  const inFirstWeek = toDay(year, 1, 4);
  const monday = addDays(inFirstWeek, (week - 1) * WEEK_LENGTH - mondayBased(inFirstWeek));
  const nextFirst = toDay(year + 1, 1, 4);
  if (week < 1 || monday >= addDays(nextFirst, -mondayBased(nextFirst))) return null;
  if (weekday) return formatDay(addDays(monday, Number(weekday) - 1));
  return `[${formatDay(monday)}..${formatDay(addDays(monday, 6))}]`;
}
