import type { CoverageNote, SeriesGuide } from '../../series/model';
import type { DaySpan } from '../../time/day';
import type { View } from '../../view/view';
import { type NarrowingGuide, narrowingsOf, reachOf } from './narrowing';

/** A coverage note that overlaps a span, and whether it holds for everything the view asks for or for a part of it. */
export interface Watch {
  readonly note: CoverageNote;
  readonly reach: 'whole' | 'part';
}

/** What must be known of a series to say how it was searched. */
export interface SearchGuide extends NarrowingGuide, Pick<SeriesGuide, 'coverageNotes'> {
  readonly meta: { readonly coverage: DaySpan };
}

/**
 * The stretches that were searched less well inside a span, as far as they concern the view (see {@link reachOf}).
 */
export function watchedLess(span: DaySpan, view: View, guide: SearchGuide): readonly Watch[] {
  const narrowings = narrowingsOf(guide);
  return guide.coverageNotes.flatMap((note): Watch[] => {
    if (note.from > span.to || note.to < span.from) return [];
    const reaches = narrowings.map((narrowing) => reachOf(narrowing, note, view));
    if (reaches.includes(null)) return [];
    return [{ note, reach: reaches.includes('part') ? 'part' : 'whole' }];
  });
}
