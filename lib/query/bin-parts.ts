import type { Day, DaySpan } from '../time/day';

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
