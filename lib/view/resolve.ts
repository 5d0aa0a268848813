import type { Coverage } from '../series/model';
import { type Bin, countBins, finestBin } from '../time/bin';
import type { Day } from '../time/day';
import { dayBound } from './change';
import { FILTER_KEYS, type View } from './view';

/** A view drawn with more bins than this is drawn coarser, and says so. */
export const MOST_BINS = 2000;

/** The window and the bin of a view once the coverage is known. */
export interface ResolvedWindow {
  readonly from: Day;
  readonly to: Day;
  readonly bin: Bin;
  /** True where the bin asked for would give more than {@link MOST_BINS} bins. */
  readonly coarsened: boolean;
}

/** The days of a view's window, both inclusive (the coverage where it says nothing), and its bin. */
export function resolveWindow(view: View, coverage: Pick<Coverage, 'from' | 'to'>): ResolvedWindow {
  const from = view.from?.from ?? coverage.from;
  const to = view.to?.to ?? coverage.to;
  const coarsened = view.bin !== null && countBins(from, to, view.bin) > MOST_BINS;
  const bin = view.bin !== null && !coarsened ? view.bin : finestBin(from, to, coarsened ? MOST_BINS : 120);
  return { from, to, bin, coarsened };
}

/** Whether a filter of the view could not be read, so that nothing may match. */
export function matchesNothing(view: View): boolean {
  const keys: readonly string[] = FILTER_KEYS;
  return view.broken.some((broken) => keys.includes(broken.key));
}

/**
 * The same view with everything that could drift written out: both ends of the window, and the revision (its
 * first 12 digits). The automatic bin follows from the window, so it cannot drift.
 */
export function freezeView(view: View, coverage: Pick<Coverage, 'from' | 'to'>, revision: string): View {
  const { from, to } = resolveWindow(view, coverage);
  return {
    ...view,
    from: view.from ?? dayBound(from),
    to: view.to ?? dayBound(to),
    revision: revision.slice(0, 12),
    broken: view.broken.filter(({ key }) => key !== 'r'),
  };
}
