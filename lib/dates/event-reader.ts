import { ByTexts } from '../text/held/by-texts';
import { parseEventDate } from '../time/edtf';
import type { EventDate } from '../time/event-date';
import type { DateRule } from './date-rule';
import { type DateRemark, dateKey, readDateKey } from './read-date';
import { readingContext } from './reading-context';

/** A cell read as far as an incident needs it. */
export type ReadEvent =
  | { readonly kind: 'date'; readonly date: EventDate; readonly warning: DateRemark | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Texts remembered by each memory; it is emptied when full, so that memory stays bounded. */
const MOST_REMEMBERED = 1 << 18;

/** Remembers what a function gave for a text. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    const made = read(text);
    memory.set(text, made);
    return made;
  };
}

/** Remembers what a function gave for several texts together. */
export function rememberingTogether<T>(
  read: (...texts: readonly string[]) => T,
): (...texts: readonly string[]) => T {
  const memory = new ByTexts<T>();
  return (...texts) => {
    const known = memory.get(texts);
    if (known !== undefined) return known;
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    const made = read(...texts);
    memory.add(texts, made);
    return made;
  };
}

/** An event date by its EDTF; one object for equal texts, as it never changes. Null where the text is none. */
export function eventDates(): (edtf: string) => EventDate | null {
  return remembering((edtf) => {
    const parsed = parseEventDate(edtf);
    return parsed.kind === 'date' ? parsed.date : null;
  });
}

/** Reads cells by a rule, quickly: equal texts once, and texts that differ only in the time of day once. */
export function eventReader(rule: DateRule): (text: string) => ReadEvent {
  const ofEdtf = eventDates();
  const ofKey = remembering((key): ReadEvent => {
    const read = readDateKey(key, readingContext(rule));
    if (read.kind !== 'edtf') return read;
    const date = ofEdtf(read.edtf);
    return date
      ? { kind: 'date', date, warning: read.warning }
      : { kind: 'problem', reason: 'it is no date' };
  });
  return remembering((text) => ofKey(dateKey(text)));
}
