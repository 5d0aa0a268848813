import type { Coverage } from '../series/model';
import { type Bin, countBins, finestBin } from '../time/bin';
import type { Day } from '../time/day';
import { firstDayBack, lastDayBack, type Rolling } from '../time/rolling';
import { changeView, dayBound } from './change';
import { isFilterKey } from './keys';
import { VERSION_KEY } from './migrations';
import { isRolling, type View } from './view';

/** A view drawn with more bins than this is drawn coarser, and says so; by year, the coarsest, it may have more. */
export const MOST_BINS = 2000;

/** The window and the bin of a view once the coverage is known. */
export interface ResolvedWindow {
  readonly from: Day;
  readonly to: Day;
  readonly bin: Bin;
  /** True where the bin asked for would give more than {@link MOST_BINS} bins. */
  readonly coarsened: boolean;
}

type Span = Pick<Coverage, 'from' | 'to'>;

function lastDay({ to }: View, coverage: Span): Day {
  if (!to) return coverage.to;
  return isRolling(to) ? lastDayBack(coverage.to, to) : to.to;
}

function firstDay({ from }: View, coverage: Span, last: Day): Day {
  if (!from) return coverage.from;
  return isRolling(from) ? firstDayBack(last, from) : from.from;
}

/** The days of a view's window, both inclusive (the coverage where it says nothing), and its bin. */
export function resolveWindow(view: View, coverage: Span): ResolvedWindow {
  const to = lastDay(view, coverage);
  const from = firstDay(view, coverage, to);
  const coarsened = view.bin !== null && view.bin !== 'year' && countBins(from, to, view.bin) > MOST_BINS;
  const bin = view.bin !== null && !coarsened ? view.bin : finestBin(from, to, coarsened ? MOST_BINS : 120);
  return { from, to, bin, coarsened };
}

/** What of the address decides which incidents are counted and could not be read: filters, or the version of it all. */
export function unreadFilters(view: View): readonly string[] {
  return view.broken.map(({ key }) => key).filter((key) => key === VERSION_KEY || isFilterKey(key));
}

/** Whether a filter of the view could not be read, so that nothing may match. */
export function matchesNothing(view: View): boolean {
  return unreadFilters(view).length > 0;
}

/**
 * The same view with everything that could drift written out: both ends of the window, and the revision (its
 * first 12 digits). The automatic bin follows from the window, so it cannot drift.
 */
export function freezeView(view: View, coverage: Span, revision: string): View {
  const { from, to } = resolveWindow(view, coverage);
  return {
    ...view,
    from: view.from && !isRolling(view.from) ? view.from : dayBound(from),
    to: view.to && !isRolling(view.to) ? view.to : dayBound(to),
    revision: revision.slice(0, 12),
    broken: view.broken.filter(({ key }) => key !== 'r'),
  };
}

/**
 * The same view without what ties it to one state of the series: no revision, and no end of the window where that is
 * the end of the coverage, so that it moves with it. With `rolling` the window keeps its length and moves as a whole.
 */
export function liveView(view: View, coverage: Span, rolling: Rolling | null = null): View {
  const { to } = resolveWindow(view, coverage);
  const open = to === coverage.to || rolling !== null;
  return changeView(view, {
    revision: null,
    select: rolling === null ? view.select : null,
    ...(open ? { to: null } : {}),
    ...(rolling === null ? {} : { from: rolling }),
  });
}
