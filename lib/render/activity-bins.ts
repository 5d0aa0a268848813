import { type BinParts, binParts, within } from '../query/bin-parts';
import type { CoverageNote } from '../series/model';
import { type Bin, binSpan, binStarts } from '../time/bin';
import type { Day, DaySpan } from '../time/day';

/** One bin of a chart. */
export interface ActivityBin extends BinParts {
  /** The first day of the calendar bin. */
  readonly start: Day;
  /** Its days inside the window, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** False where the coder watched none of its days: an empty bin then says nothing, and is never drawn as zero. */
  readonly covered: boolean;
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
  const seen = days.from <= coverage.to && days.to >= coverage.from;
  return {
    ...days,
    ...binParts(span, window, coverage),
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
