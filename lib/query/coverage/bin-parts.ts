import { type Bin, binSpan, binStarts } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';

/** What keeps a calendar bin from being counted as a whole. */
export interface BinParts {
  /** The window leaves out days of the bin that were watched. */
  readonly cut: boolean;
  /** The bin begins before the coverage does. */
  readonly early: boolean;
  /** The bin ends after the coverage: its period is not over. */
  readonly unfinished: boolean;
  /** Any of these: its figure is that of a part, and is not to be compared with that of a whole bin. */
  readonly partial: boolean;
}

/** Whether one span lies in another. */
export function within(inner: DaySpan, outer: DaySpan): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Which parts of the days of a calendar bin the window and the coverage leave out. */
export function binParts(bin: DaySpan, window: DaySpan, coverage: DaySpan): BinParts {
  const watched = {
    from: Math.max(bin.from, coverage.from) as Day,
    to: Math.min(bin.to, coverage.to) as Day,
  };
  const touches = watched.from <= watched.to;
  const cut = touches && !within(watched, window);
  const early = touches && bin.from < coverage.from;
  const unfinished = touches && bin.to > coverage.to;
  return { cut, early, unfinished, partial: cut || early || unfinished };
}

/** One bin of a chart. */
export interface DrawnBin extends BinParts {
  /** The first day of the calendar bin. */
  readonly start: Day;
  /** Its days inside the window, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** False where the coder watched none of its days: an empty bin then says nothing, and is never drawn as zero. */
  readonly covered: boolean;
  /** Some of its days inside the coverage were not watched, or none: its figure is that of a part as well. */
  readonly broken: boolean;
}

/** Whether nobody watched any day of a bin, by the stretches that were missed. */
export function isMissed(bin: DaySpan, missed: readonly DaySpan[]): boolean {
  return missed.some((span) => within(bin, span));
}

/** Whether a bin has a day in any of some stretches. */
export function touches(bin: DaySpan, stretches: readonly DaySpan[]): boolean {
  return stretches.some(({ from, to }) => from <= bin.to && to >= bin.from);
}

function describe(
  span: DaySpan,
  window: DaySpan,
  coverage: DaySpan,
  missed: readonly DaySpan[],
): Omit<DrawnBin, 'start'> {
  const days = {
    from: Math.max(span.from, window.from) as Day,
    to: Math.min(span.to, window.to) as Day,
  };
  const seen = days.from <= coverage.to && days.to >= coverage.from;
  const covered = seen && !isMissed(days, missed);
  const watched = {
    from: Math.max(days.from, coverage.from) as Day,
    to: Math.min(days.to, coverage.to) as Day,
  };
  const broken = seen && touches(watched, missed);
  const parts = binParts(span, window, coverage);
  return { ...days, ...parts, partial: parts.partial || broken, covered, broken };
}

/**
 * All bins that touch the window, empty ones too, cut to it; none where the window is reversed. `missed` are the stretches
 * in which nobody looked for what is counted, as few as possible.
 */
export function drawnBins(
  window: DaySpan & { readonly bin: Bin },
  coverage: DaySpan,
  missed: readonly DaySpan[],
): readonly DrawnBin[] {
  return binStarts(window.from, window.to, window.bin).map((start) => ({
    start,
    ...describe(binSpan(start, window.bin), window, coverage, missed),
  }));
}
