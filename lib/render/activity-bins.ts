import type { CoverageNote } from '../series/model';
import { type Bin, binSpan, binStarts } from '../time/bin';
import type { Day, DaySpan } from '../time/day';

/** One bin of a chart. */
export interface ActivityBin {
  /** The first day of the calendar bin. */
  readonly start: Day;
  /** Its days inside the window, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** The window leaves out days of the bin that were watched. */
  readonly cut: boolean;
  /** The bin begins before the coverage does. */
  readonly early: boolean;
  /** The bin ends after the coverage: its period is not over. */
  readonly unfinished: boolean;
  /** False where the coder watched none of its days: an empty bin then says nothing, and is never drawn as zero. */
  readonly covered: boolean;
}

function within(inner: DaySpan, outer: DaySpan): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function describe(
  span: DaySpan,
  window: DaySpan,
  coverage: DaySpan,
  gaps: readonly DaySpan[],
): Omit<ActivityBin, 'start'> {
  const days = {
    from: Math.max(span.from, window.from) as Day,
    to: Math.min(span.to, window.to) as Day,
  };
  const watched = {
    from: Math.max(span.from, coverage.from) as Day,
    to: Math.min(span.to, coverage.to) as Day,
  };
  const touches = watched.from <= watched.to;
  const seen = days.from <= coverage.to && days.to >= coverage.from;
  return {
    ...days,
    cut: touches && !within(watched, window),
    early: touches && span.from < coverage.from,
    unfinished: touches && span.to > coverage.to,
    covered: seen && !gaps.some((gap) => within(days, gap)),
  };
}

/** All bins that touch the window, empty ones too, cut to it; none where the window is reversed. */
export function activityBins(
  window: DaySpan & { readonly bin: Bin },
  coverage: DaySpan,
  notes: readonly Pick<CoverageNote, 'from' | 'to' | 'kind' | 'actors' | 'types'>[],
): readonly ActivityBin[] {
  const gaps = notes.filter(
    ({ kind, actors, types }) => kind === 'gap' && actors.length === 0 && types.length === 0,
  );
  return binStarts(window.from, window.to, window.bin).map((start) => ({
    start,
    ...describe(binSpan(start, window.bin), window, coverage, gaps),
  }));
}
