import { binSpan, floorBin } from '../../../time/bin';
import { parseBound } from '../../../time/bounds';
import type { DaySpan } from '../../../time/day';

/** The days that something holds for: `2019`, `2019-07`, `2019/2021`; that of a day for its year. Null: unreadable. */
export function daysOf(text: string): DaySpan | null {
  const ends = text.split('/').map(parseBound);
  const [first, last = first] = ends;
  if (ends.length > 2 || first == null || last == null || first.from > last.to) return null;
  const isDay = ends.length === 1 && first.from === first.to;
  return isDay ? binSpan(floorBin(first.from, 'year'), 'year') : { from: first.from, to: last.to };
}
