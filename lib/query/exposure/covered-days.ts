import type { SeriesGuide } from '../../series/model';
import { addDays, type Day, type DaySpan } from '../../time/day';
import type { View } from '../../view/view';
import { searchedIn } from '../coverage/searched';
import type { SearchGuide, Watch } from '../coverage/watched';

/**
 * The days of a span on which somebody looked for what a view asks for: what a rate is divided by. They are an axis of their own,
 * counted from 0, on which the gaps have no length.
 */
export interface CoveredDays {
  /** The stretches between the gaps, ascending and apart. */
  readonly spans: readonly DaySpan[];
  readonly days: number;
  /** Notes on stretches that were searched thinly or sampled, or that leave out a part of what is asked for: their days count. */
  readonly less: readonly Watch[];
  /** Whether days are missing between the first and the last of them. */
  readonly broken: boolean;
}

/** What lies between spans that are ascending and apart. */
function between(span: DaySpan, missed: readonly DaySpan[]): readonly DaySpan[] {
  const starts = [span.from, ...missed.map(({ to }) => addDays(to, 1))];
  const ends = [...missed.map(({ from }) => addDays(from, -1)), span.to];
  return starts
    .map((from, place): DaySpan => ({ from, to: ends[place]! }))
    .filter(({ from, to }) => from <= to);
}

/** The covered days of a span; none where it is reversed, or lies outside the coverage. */
export function coveredDays(span: DaySpan, view: View, guide: SearchGuide): CoveredDays {
  const { missed, watches } = searchedIn(span, view, guide);
  const spans = between(span, missed);
  const days = spans.reduce((sum, { from, to }) => sum + (to - from + 1), 0);
  const less = watches.filter(({ note, reach }) => note.kind !== 'gap' || reach === 'part');
  return { spans, days, less, broken: spans.length > 1 };
}

/** The place of a day among the covered ones, from 0; null where nobody looked on it. */
export function placeOfDay({ spans }: Pick<CoveredDays, 'spans'>, day: Day): number | null {
  let before = 0;
  for (const { from, to } of spans) {
    if (day < from) return null;
    if (day <= to) return before + (day - from);
    before += to - from + 1;
  }
  return null;
}

/** The covered day at a place from 0; the last one for places behind it. There must be one. */
export function dayAtPlace({ spans }: Pick<CoveredDays, 'spans'>, place: number): Day {
  let rest = place;
  for (const { from, to } of spans) {
    if (rest <= to - from) return addDays(from, rest);
    rest -= to - from + 1;
  }
  return spans.at(-1)!.to;
}

/** How many covered days lie inside another span. */
export function coveredWithin({ spans }: Pick<CoveredDays, 'spans'>, span: DaySpan): number {
  return spans.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from) + 1),
    0,
  );
}

/** What rates need to know of a series. */
export type ExposureGuide = SearchGuide & { readonly meta: Pick<SeriesGuide['meta'], 'coverage'> };
