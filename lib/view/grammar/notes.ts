import { byCodePoint } from '../../text/order';
import { parseBound } from '../../time/bounds';
import type { ReaderNote } from '../view';
import { joined, parted } from './own-clause';
import { cut, type Form, unread } from './reading';

/** So many notes of a reader, each so long, are dated context; more would be a text. */
export const MOST_NOTES = 8;
export const MOST_NOTE = 80;

/** Reads `2016-01-05~Cologne`; null for anything else. */
export function parseNote(written: string): ReaderNote | null {
  const at = written.indexOf('~');
  const bound = at < 0 ? null : parseBound(written.slice(0, at).trim());
  const text = written
    .slice(at + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return bound === null || text === '' || [...text].length > MOST_NOTE ? null : { at: bound, text };
}

function write({ at, text }: ReaderNote): string {
  return `${at.text}~${text}`;
}

/** Notes in the order in which an address writes them: by day, then by text, each once. */
export function notesInOrder(notes: readonly ReaderNote[]): readonly ReaderNote[] {
  const once = new Map(notes.map((note) => [write(note), note]));
  return [...once.values()].sort(
    (a, b) => a.at.from - b.at.from || a.at.to - b.at.to || byCodePoint(a.text, b.text),
  );
}

/** The notes of a reader: a date and a few words each, between commas; a comma inside of one is written `\,`. */
export const NOTES: Form<readonly ReaderNote[]> = {
  read: (texts, key) => {
    const items = parted(texts.filter((one) => one !== '').join(','));
    if (items.length === 0) return null;
    const notes = items.map(parseNote);
    const bad = notes.indexOf(null);
    const all = notes.filter((note) => note !== null);
    const value = notesInOrder(all).slice(0, MOST_NOTES);
    if (bad < 0 && all.length <= MOST_NOTES) return { value };
    const message =
      bad < 0
        ? `“${key}” has ${all.length} notes; the first ${MOST_NOTES} are drawn.`
        : `“${key}=${cut(items[bad] ?? '')}” cannot be read: write a date, ~ and at most ${MOST_NOTE} characters, as 2016-01-05~Cologne.`;
    const failed = unread(texts, 'bad-value', message);
    // Notes only draw: those that can be read stand, whatever stands beside them.
    return value.length === 0 ? failed : { value, left: failed.unread };
  },
  write: (notes) => joined(notes.map(write)),
};
