import { dateWords } from '../../time/atom-words';
import type { DaySpan } from '../../time/day';
import type { ReaderNote } from '../../view/view';

/** Sentences about what readers bring of their own: notes in an address, and files that nothing keeps. */

/** What a note that no chart shows is told, so that it is not looked for. */
export const NOTE_OUTSIDE = 'outside the window, so on no chart';

/**
 * The notes of a window in words, for what has no axis of time to draw them on: `Noted by whoever made this link, not by the series: 5 Jan 2016, “Cologne”.`;
 * null where there is none.
 */
export function notedSentence(notes: readonly ReaderNote[], { from, to }: DaySpan): string | null {
  const here = notes.filter(({ at }) => at.from <= to && at.to >= from);
  if (here.length === 0) return null;
  const told = here.map(({ at, text }) => `${dateWords(at.text)}, “${text}”`);
  return `Noted by whoever made this link, not by the series: ${told.join('; ')}.`;
}

/** What is asked before a file that was dropped takes the place of one that nothing keeps. */
export function replaceQuestion(file: string, open: string): string {
  return `Open ${file} in the place of ${open}? This browser does not keep ${open}: what you said of its columns is lost.`;
}
