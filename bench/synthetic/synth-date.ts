import { addDays, type Day, formatDay, toCalendar } from '../../lib/time/day';
import type { Dice } from './random';

/** Writes a day as one of the forms that sources use: three in four to the day, the rest with some doubt. */
export function synthDate(day: Day, dice: Dice): string {
  const text = formatDay(day);
  const kind = dice.below(40);
  if (kind < 30) return text;
  if (kind < 33) return text.slice(0, 7);
  if (kind === 33) return text.slice(0, 4);
  if (kind === 34) return `${text}~`;
  if (kind === 35) return `${text.slice(0, 7)}?`;
  if (kind === 36) return `[${text},${formatDay(addDays(day, 1))}]`;
  if (kind === 37) return `${text}/${formatDay(addDays(day, 1 + dice.below(5)))}`;
  if (kind === 38) return `[${text}..${formatDay(addDays(day, 2 + dice.below(20)))}]`;
  return dice.chance(0.5) ? `${text}/` : `../${toCalendar(day).year}`;
}
