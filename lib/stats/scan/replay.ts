import { benjaminiHochberg } from '../adjust';
import type { Observed } from '../rate-ratio';
import { isAsInSeason, seasonOf } from './season';
import {
  between,
  dispersionIn,
  exposureOf,
  roomFor,
  type ScanTime,
  type Slice,
  takeOut,
  type Watched,
  watched,
} from './watched-slice';
import {
  binsToNotice,
  type Direction,
  expectedIn,
  isOrdinary,
  isWorthTesting,
  LEAST_EVENTS,
  type LeastTotals,
  leastTotals,
  WINDOWS,
  windowP,
} from './window-test';

/** What stands out by itself: chance alone makes a window so full or so empty once in so many. */
export const ALONE = 0.001;
/** Of all that is noticed at one time, the share that chance alone is expected to have made. */
export const FALSE_SHARE = 0.05;
/** The longest baseline, in bins: what lies further back says little of today. */
export const LONGEST_BASELINE = 104;
/** How far back the watch goes, in bins: what it would have noticed at the end of each of them. */
const REPLAYED = 156;
/** So many bins after a notice it is seen whether what changed has stayed; until then nothing new is noticed of the slice. */
const SETTLING = 13;
/** What stays another rate: it differs from that before the notice where chance would make such a difference in one case of twenty. */
const STAYED = 0.05;

/** What is noticed at the end of a bin. */
export interface Notice<Id> {
  readonly slice: Id;
  readonly direction: Direction;
  /** The bins of the window, both inclusive, as places among the exposures. */
  readonly first: number;
  readonly last: number;
  readonly window: Observed;
  readonly baseline: Observed;
  readonly expected: number;
  /** How much the counts are taken to vary against Poisson counts. */
  readonly dispersion: number;
  /** What the season adds to what is expected, as a factor; 1 where none is seen. */
  readonly season: number;
  readonly p: number;
  /** After Benjamini and Hochberg, over all tests at that time. */
  readonly adjusted: number;
  readonly tests: number;
  /** What became of it: null while that is not known yet. */
  readonly after: 'stayed' | 'passed' | null;
}

type Candidate<Id> = Omit<Notice<Id>, 'adjusted' | 'tests' | 'after'>;

const DIRECTIONS: readonly Direction[] = ['surge', 'silence'];

/** One window against its baseline, bins from `from` up to its first; null where it does not stand out by itself. */
function standingOut<Id>(
  state: Watched<Id>,
  direction: Direction,
  { from, first, last }: { readonly from: number; readonly first: number; readonly last: number },
  year: number | null,
): Candidate<Id> | null {
  const window = between(state, first, last + 1);
  const baseline = between(state, from, first);
  if (windowP(direction, window, baseline, 1) > ALONE) return null;
  const dispersion = dispersionIn(state, from, first);
  const factor = seasonOf(state, first, last, year);
  const season = direction === 'surge' ? Math.max(1, factor) : Math.min(1, factor);
  if (season === 0) return null;
  const seasonal = { ...window, exposure: window.exposure * season };
  const p = windowP(direction, seasonal, baseline, dispersion);
  if (p > ALONE || isAsInSeason(state, direction, { first, last }, year, dispersion)) return null;
  const expected = expectedIn(seasonal, baseline);
  return { slice: state.slice.id, direction, first, last, window, baseline, expected, dispersion, season, p };
}

/** How many tests were made at each bin, and what must be there for one to be made. */
interface Tests {
  readonly made: Float64Array;
  readonly totals: (bins: number, window: number, baseline: number) => LeastTotals;
}

/**
 * The windows of one slice that end with a bin and stand out by themselves. Adds to the tests that were made at that bin. Nearly
 * all windows are ordinary, so these are told by numbers alone.
 */
function candidates<Id>(
  state: Watched<Id>,
  last: number,
  { year, least: shortestBaseline }: ScanTime,
  { made, totals }: Tests,
): readonly Candidate<Id>[] {
  let found: Candidate<Id>[] = NOTHING;
  const { countsBefore, exposureBefore } = state;
  const shortest = state.from === 0 ? shortestBaseline : SETTLING;
  for (const bins of WINDOWS) {
    const first = last - bins + 1;
    const from = Math.max(state.from, first - LONGEST_BASELINE);
    if (first - from < shortest || first - from < 2 * bins) break;
    const count = countsBefore[last + 1]! - countsBefore[first]!;
    const days = exposureBefore[last + 1]! - exposureBefore[first]!;
    const baseDays = exposureBefore[first]! - exposureBefore[from]!;
    if (days <= 0 || baseDays <= 0) continue;
    const before = countsBefore[first]! - countsBefore[from]!;
    const expected = (before / baseDays) * days;
    const least = totals(bins, days, baseDays);
    for (const direction of DIRECTIONS) {
      if (count + before < least[direction]) continue;
      made[last]! += 1;
      if (!isWorthTesting(direction, count, expected) || isOrdinary(direction, count, expected)) continue;
      const one = standingOut(state, direction, { from, first, last }, year);
      if (one !== null) found = [...found, one];
    }
  }
  return found;
}

const NOTHING: never[] = [];

/** Whether the rate after a notice is another than that before it, in the direction that was noticed. */
function hasStayed<Id>(state: Watched<Id>, { first, last, direction }: Notice<Id>, now: number): boolean {
  const from = Math.max(state.from, first - LONGEST_BASELINE);
  const [after, before] = [between(state, last + 1, now + 1), between(state, from, first)];
  if (after.exposure <= 0 || before.exposure <= 0) return false;
  if (after.count > expectedIn(after, before) !== (direction === 'surge')) return false;
  return windowP(direction, after, before, dispersionIn(state, from, first)) <= STAYED / 2;
}

/** What a watch has found. */
export interface Scan<Id> {
  /** By the end of their windows, then by p. */
  readonly notices: readonly Notice<Id>[];
  /** Slices that could be watched at the last bin, and tests made there. */
  readonly slices: number;
  readonly tests: number;
  /** The p at which something would have been noticed there: the smaller of {@link ALONE} and what the number of tests asks for. */
  readonly level: number;
}

/** A scan under way: slices are given to it one after the other, so that long work can give way between them. */
export interface Scanning<Id> {
  add(slice: Slice<Id>): void;
  finish(): Scan<Id>;
}

/**
 * What a watch over slices would have noticed at the end of each of the last bins: windows of {@link WINDOWS} bins that hold so many
 * more or fewer events than their own baseline lets expect that chance makes it so once in a thousand, and not more than one in twenty
 * of all that is noticed at one time. One notice a change: what was noticed is taken out of the baseline, and where the new rate stays, the
 * baseline begins anew with it. Binomial and beta-binomial tails given the sum; see `window-test.ts`.
 */
export function startScan<Id>(time: ScanTime): Scanning<Id> {
  const bins = time.exposure.length;
  const begin = Math.max(0, bins - REPLAYED);
  const tests: Tests = { made: new Float64Array(bins), totals: leastTotals(ALONE) };
  const shared = exposureOf(time);
  const room = roomFor(shared);
  // Those in which something stands out by itself at some time; of the others only the number of tests counts.
  const live: Watched<Id>[] = [];
  let slices = 0;
  const add = (slice: Slice<Id>) => {
    const state = watched(slice, shared, room);
    // What has fewer events in all can neither stand out nor be missed.
    if (between(state, 0, bins).count < LEAST_EVENTS) return;
    if (bins > time.least) slices += 1;
    let alive = false;
    for (let last = begin; last < bins; last++) {
      if (candidates(state, last, time, tests).length > 0) alive = true;
    }
    if (alive) live.push(watched(slice, shared));
  };
  const finish = (): Scan<Id> => {
    const made = tests.made[bins - 1] ?? 0;
    const level = Math.min(ALONE, FALSE_SHARE / Math.max(1, made));
    return { notices: replay(live, time, begin, tests.made), slices, tests: made, level };
  };
  return { add, finish };
}

/** A scan over all slices at once; see {@link startScan}. */
export function scan<Id>(slices: Iterable<Slice<Id>>, time: ScanTime): Scan<Id> {
  const scanning = startScan<Id>(time);
  for (const slice of slices) scanning.add(slice);
  return scanning.finish();
}

/** Goes through the bins in order; a slice of which something was noticed is watched again once that has settled. */
function replay<Id>(
  live: readonly Watched<Id>[],
  time: ScanTime,
  begin: number,
  tests: ArrayLike<number>,
): readonly Notice<Id>[] {
  const notices: Notice<Id>[] = [];
  const uncounted: Tests = { made: new Float64Array(tests.length), totals: leastTotals(ALONE) };
  for (let now = begin; now < time.exposure.length; now++) {
    const found = live.flatMap((state) => {
      settle(state, notices, now);
      if (state.settling !== null) return [];
      // The most telling window of a slice stands for all that end with it.
      const [best] = [...candidates(state, now, time, uncounted)].sort((a, b) => a.p - b.p);
      return best === undefined ? [] : [{ state, best }];
    });
    const adjusted = benjaminiHochberg(
      found.map(({ best }) => best.p),
      Math.max(found.length, tests[now]!),
    );
    found.forEach(({ state, best }, place) => {
      if (adjusted[place]! > FALSE_SHARE) return;
      takeOut(state, best);
      state.settling = { notice: notices.length, until: now + SETTLING };
      notices.push({ ...best, adjusted: adjusted[place]!, tests: tests[now]!, after: null });
    });
  }
  return notices;
}

/** Sees what became of a notice, once it has settled. */
function settle<Id>(state: Watched<Id>, notices: Notice<Id>[], now: number): void {
  if (state.settling === null || now < state.settling.until) return;
  const notice = notices[state.settling.notice]!;
  const stayed = hasStayed(state, notice, now);
  notices[state.settling.notice] = { ...notice, after: stayed ? 'stayed' : 'passed' };
  if (stayed) state.from = notice.last + 1;
  state.settling = null;
}

/** The power of the watch for a slice at its end; see {@link binsToNotice}. Null also where it has no baseline. */
export function powerFor<Id>(slice: Slice<Id>, time: ScanTime, level: number): number | null {
  const bins = time.exposure.length;
  const state = watched(slice, exposureOf(time));
  const from = Math.max(0, bins - LONGEST_BASELINE);
  const baseline = between(state, from, bins);
  if (bins - from < time.least || baseline.exposure <= 0) return null;
  return binsToNotice(baseline, baseline.exposure / (bins - from), dispersionIn(state, from, bins), level);
}
