import type { CoverageNote, SeriesGuide } from '../../series/model';
import { addDays, type Day, type DaySpan } from '../../time/day';
import { unreadFilters } from '../../view/resolve';
import type { View } from '../../view/view';
import type { FacetResult } from '../result';
import { type SearchGuide, type Watch, watchedLess } from './watched';

/** How a span of days was searched for what a view asks for. */
export interface Searched {
  /** `none`: nobody looked on any of its days, so that finding nothing says nothing. */
  readonly reach: 'whole' | 'part' | 'none';
  /** The stretches on which nobody looked for it, ascending and apart: outside the coverage, or not collected. */
  readonly missed: readonly DaySpan[];
  /** Whether some of its days lie outside the coverage. */
  readonly outside: boolean;
  /** The notes on what was searched less well, for all that is asked for or for a part of it. */
  readonly watches: readonly Watch[];
}

/** Spans as few as possible: those that touch or overlap are one. */
function merged(spans: readonly DaySpan[]): readonly DaySpan[] {
  const all: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.to + 1) all.push(span);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) as Day };
  }
  return all;
}

/** How a span was searched. A reversed one has no days, so that nobody looked on any of them. */
export function searchedIn(span: DaySpan, view: View, guide: SearchGuide): Searched {
  const { coverage } = guide.meta;
  const watches = watchedLess(span, view, guide);
  const gaps = watches.filter(({ note, reach }) => note.kind === 'gap' && reach === 'whole');
  const missed = merged(
    [
      { from: span.from, to: addDays(coverage.from, -1) },
      ...gaps.map(({ note }) => note),
      { from: addDays(coverage.to, 1), to: span.to },
    ]
      .map(({ from, to }) => ({
        from: Math.max(from, span.from) as Day,
        to: Math.min(to, span.to) as Day,
      }))
      .filter(({ from, to }) => from <= to),
  );
  const [first] = missed;
  const none = span.from > span.to || (first?.from === span.from && first.to === span.to);
  const outside = span.from < coverage.from || span.to > coverage.to;
  const less = missed.length > 0 || watches.length > 0;
  return { reach: none ? 'none' : less ? 'part' : 'whole', missed, outside, watches };
}

/** Why nothing can be counted, where that is so. */
export type Uncountable = 'unreadable' | 'reversed' | 'outside' | 'not-searched';

/**
 * Why a view has no figures: a filter that cannot be read, a window without days or outside the coverage, or days on
 * which nobody looked. Null where it has some, and that is so wherever an incident matches.
 */
export function uncountable(
  view: View,
  window: DaySpan,
  guide: SeriesGuide,
  matched: number,
): Uncountable | null {
  if (matched > 0) return null;
  if (unreadFilters(view).length > 0) return 'unreadable';
  const { coverage } = guide.meta;
  if (window.from > coverage.to || window.to < coverage.from) return 'outside';
  if (window.from > window.to) return 'reversed';
  return searchedIn(window, view, guide).reach === 'none' ? 'not-searched' : null;
}

/**
 * The guide of a series without the coverage notes that speak only of types which the view does not hold. `types` are
 * those that it holds at any time: a stretch in which a type was not searched holds none of it, and must be told.
 */
export function heldGuide(guide: SeriesGuide, types: FacetResult): SeriesGuide {
  const held = new Set(types.values.map(({ id }) => id));
  const speaks = ({ types: noted }: CoverageNote) =>
    noted.length === 0 || noted.some((type) => held.has(type));
  return guide.coverageNotes.every(speaks)
    ? guide
    : { ...guide, coverageNotes: guide.coverageNotes.filter(speaks) };
}
