import type { DaySpan } from '../../time/day';
import type { View } from '../../view/view';
import { type SearchGuide, type Watch, watchedLess } from '../coverage/watched';

/** A view and its days. */
interface Searched {
  readonly view: View;
  readonly window: DaySpan;
}

/** What of a window a note speaks of: all of it reads the same whatever the window is. */
function reading({ note, reach }: Watch, { from, to }: DaySpan): string {
  const whole = note.from <= from && note.to >= to;
  const days = whole ? 'all' : `${Math.max(note.from, from)}..${Math.min(note.to, to)}`;
  return `${note.kind} ${reach} ${days}`;
}

/**
 * Whether two views were searched each in its own way: days of one were not searched, searched thinly or sampled, and those of the other were not, or
 * other ones. A difference between them may then be one of looking. What holds for both alike, such as a gap in a window that they share, is none.
 */
export function isAcrossBreak(first: Searched, second: Searched, guide: SearchGuide): boolean {
  const readings = ({ view, window }: Searched) =>
    [...new Set(watchedLess(window, view, guide).map((watch) => reading(watch, window)))].sort().join('\n');
  return readings(first) !== readings(second);
}
