import type { Observed } from '../rate-ratio';
import { cautiousDispersion } from './window-test';

/** How the bins of a scan lie in time. */
export interface ScanTime {
  /** The covered days of each complete bin, ascending; 0 for those on which nobody looked. */
  readonly exposure: ArrayLike<number>;
  /** Bins that make up a year, so that seasons can be told: 52, 12, 4; null where they cannot. */
  readonly year: number | null;
  /** Bins that a baseline must have before anything is noticed. */
  readonly least: number;
}

/** A series that is watched: all incidents, a value, or a value in a region. */
export interface Slice<Id> {
  readonly id: Id;
  /** Events of each bin, best counts; as long as the exposure. */
  readonly counts: ArrayLike<number>;
}

/** The state of the watch over one slice. */
export interface Watched<Id> {
  readonly slice: Slice<Id>;
  /** Counts and exposures, with what was noticed taken out, and the sums of all before each bin. */
  counts: Float64Array;
  exposure: Float64Array;
  countsBefore: Float64Array;
  exposureBefore: Float64Array;
  /** The first bin of the baseline. */
  from: number;
  /** The notice that settles, by its place among all, and until when. */
  settling: { readonly notice: number; readonly until: number } | null;
}

function sum(before: Float64Array, from: number, to: number): number {
  return before[to]! - before[from]!;
}

/** Writes the sums of all values before each one, and of all; gives back where they are. */
function sumsBefore(
  values: Float64Array,
  before: Float64Array = new Float64Array(values.length + 1),
): Float64Array {
  for (let place = 0; place < values.length; place++) before[place + 1] = before[place]! + values[place]!;
  return before;
}

/** What is the same for all slices. */
export interface Exposure {
  readonly exposure: Float64Array;
  readonly exposureBefore: Float64Array;
}

export function exposureOf(time: ScanTime): Exposure {
  const exposure = Float64Array.from(time.exposure);
  return { exposure, exposureBefore: sumsBefore(exposure) };
}

/** Room for the counts of one slice after the other. */
export interface Room {
  readonly counts: Float64Array;
  readonly before: Float64Array;
}

export function roomFor({ exposure }: Exposure): Room {
  return { counts: new Float64Array(exposure.length), before: new Float64Array(exposure.length + 1) };
}

/** A slice of which nothing was noticed yet, in a room of its own unless one is lent: then it lasts until the next one. */
export function watched<Id>(slice: Slice<Id>, shared: Exposure, room = roomFor(shared)): Watched<Id> {
  const { exposure, exposureBefore } = shared;
  const { counts } = room;
  for (let place = 0; place < counts.length; place++) {
    // Days on which nobody looked count for nothing.
    counts[place] = exposure[place] === 0 ? 0 : slice.counts[place]!;
  }
  const countsBefore = sumsBefore(counts, room.before);
  return { slice, counts, exposure, countsBefore, exposureBefore, from: 0, settling: null };
}

/** What the bins from one up to, not including, another hold. */
export function between<Id>(state: Watched<Id>, from: number, to: number): Observed {
  return { count: sum(state.countsBefore, from, to), exposure: sum(state.exposureBefore, from, to) };
}

/** How much the counts of the baseline vary, with caution. */
export function dispersionIn<Id>(state: Watched<Id>, from: number, to: number): number {
  const { count, exposure } = between(state, from, to);
  let [chiSquared, bins] = [0, 0];
  for (let place = from; place < to; place++) {
    const days = state.exposure[place]!;
    if (days === 0) continue;
    bins += 1;
    const expected = (count * days) / exposure;
    if (expected > 0) chiSquared += (state.counts[place]! - expected) ** 2 / expected;
  }
  return cautiousDispersion(chiSquared, bins - 1);
}

/** Takes the bins of a notice out of what its slice is compared with. */
export function takeOut<Id>(state: Watched<Id>, { first, last }: { first: number; last: number }): void {
  state.counts = state.counts.slice().fill(0, first, last + 1);
  state.exposure = state.exposure.slice().fill(0, first, last + 1);
  state.countsBefore = sumsBefore(state.counts);
  state.exposureBefore = sumsBefore(state.exposure);
}
