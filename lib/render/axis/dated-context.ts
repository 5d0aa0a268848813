import type { Annotation } from '../../series/model';
import { parseEventDate } from '../../time/edtf';
import type { ReaderNote, View } from '../../view/view';

/** What stands beside a note that is not of the series. */
export const NOTE_WORDS = 'A note of whoever made this link, not of the series.';

/** A reader's note as dated context, in quotation marks to be told from that of the series. */
function annotationOf({ at, text }: ReaderNote, index: number): readonly Annotation[] {
  const parsed = parseEventDate(at.text);
  if (parsed.kind !== 'date') return [];
  return [{ id: `note-${index}`, date: parsed.date, label: `“${text}”`, text: NOTE_WORDS, sources: [] }];
}

/** The dated context of a view: that of the series, and the notes of the reader. */
export function datedContext(
  annotations: readonly Annotation[],
  { notes }: Pick<View, 'notes'>,
): readonly Annotation[] {
  return notes.length === 0 ? annotations : [...annotations, ...notes.flatMap(annotationOf)];
}
