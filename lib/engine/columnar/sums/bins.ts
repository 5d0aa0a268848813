import type { Budget, Kept } from '../../../caches/budget';
import type { BinsQuery } from '../../../query/query';
import type { BinsResult, BinValue } from '../../../query/result';
import { type Bin, binSpan, floorBin, nextBin } from '../../../time/bin';
import { addDays, type Day, type DaySpan } from '../../../time/day';
import { lowest } from '../columns/lowest';
import type { BinWindows } from '../selection/bin-windows';
import { bestAt } from './adders';
import type { Cells } from './cells';
import type { Tally } from './tally';

/** Bins that lie whole in a window are the same in any other: those that were asked for, one after the other without a gap. */
interface Run {
  /** The first day of each bin, and where its values begin; one more than there are. Bins without values may be left out, but for the first. */
  readonly starts: readonly Day[];
  readonly places: readonly number[];
  readonly values: readonly BinValue[];
}

/** The parts of an answer: bins at the two ends of a window, and those between, the same list in any window that has the same. */
export interface BinParts {
  readonly head: readonly BinValue[];
  readonly between: readonly BinValue[];
  readonly tail: readonly BinValue[];
}

const PARTS = new WeakMap<BinsResult, BinParts>();

/** The parts of which an answer was put together; undefined where it was not. */
export function partsOfBins(result: BinsResult): BinParts | undefined {
  return PARTS.get(result);
}

/** An answer whose bins are put together when somebody wants all of them: of a window that moves most are known. */
function joinedBins(
  head: readonly BinValue[],
  between: readonly BinValue[],
  tail: readonly BinValue[],
): BinsResult {
  let bins: readonly BinValue[] | null = null;
  const result: BinsResult = {
    get bins() {
      bins ??= head.concat(between, tail);
      return bins;
    },
  };
  PARTS.set(result, { head, between, tail });
  return result;
}

/** What is kept of bins. */
interface Held {
  run: Run;
  /** What was taken out of the run last: as a window moves, only the bins at its edges change. */
  taken: { readonly begin: number; readonly end: number; readonly values: readonly BinValue[] };
}

const NO_RUN: Run = { starts: [], places: [], values: [] };

/** About what a value of a bin takes in memory. */
const BYTES_OF_VALUE = 96;

/** Adds bins up, and keeps those that are whole for the next window. */
export class KeptBins {
  readonly #tally: () => Tally;
  readonly #whole: Tally;
  /** The bins at the two ends of a window move with it; null where none was cut yet. */
  #head: Tally | null = null;
  #tail: Tally | null = null;
  readonly #cells: Cells;
  readonly #windows: BinWindows;
  readonly #bin: Bin;
  /** The days on which any of the rows may have begun, and perhaps some more. */
  readonly #extent: DaySpan;
  readonly #budget: Budget;
  readonly #kept: Kept<Held>;
  #isAskedAgain = false;

  /** What it keeps of bins is held within a budget. */
  constructor(tally: () => Tally, windows: BinWindows, bin: Bin, extent: DaySpan, budget: Budget) {
    this.#tally = tally;
    this.#whole = tally();
    this.#cells = this.#whole.cells();
    this.#windows = windows;
    this.#bin = bin;
    this.#extent = extent;
    this.#budget = budget;
    this.#kept = budget.kept<Held>(
      () => ({ run: NO_RUN, taken: { begin: 0, end: 0, values: [] } }),
      ({ run }) => run.values.length * BYTES_OF_VALUE,
    );
  }

  /** The bins of a window that hold anything, ascending, each with its groups by code point. */
  over({ filter }: BinsQuery): BinsResult {
    const [from, to] = [later(filter.from, this.#extent.from), earlier(filter.to, this.#extent.to)];
    if (from > to) return { bins: [] };
    const [first, last] = [floorBin(from, this.#bin), floorBin(to, this.#bin)];
    // What lies beyond the extent holds nothing, so that a bin is whole where the window holds what it has.
    const isFirstCut = filter.from > first;
    const isLastCut = filter.to < binSpan(last, this.#bin).to;
    if (first === last && (isFirstCut || isLastCut)) {
      const span = binSpan(first, this.#bin);
      return { bins: this.#cutHead(first, later(filter.from, span.from), earlier(filter.to, span.to)) };
    }
    const begin = isFirstCut ? nextBin(first, this.#bin) : first;
    const end = isLastCut ? last : nextBin(last, this.#bin);
    const head = isFirstCut ? this.#cutHead(first, filter.from, addDays(begin, -1)) : [];
    const tail = isLastCut ? this.#cutTail(last, filter.to) : [];
    return joinedBins(head, this.#between(begin, end), tail);
  }

  /** The bins that start on a day or later, and before another. */
  #between(begin: Day, end: Day): readonly BinValue[] {
    if (begin >= end) return [];
    const held = this.#kept.get();
    if (held.taken.begin === begin && held.taken.end === end) return held.taken.values;
    const run = this.#extended(held.run, begin, end);
    const { starts, places, values } = run;
    const place = (day: Day) => places[lowest(0, starts.length - 1, (at) => starts[at]! >= day)]!;
    const taken = values.slice(place(begin), place(end));
    // Most views are looked at once: where others would have to be let go, bins are kept once they are asked for again.
    if (this.#isAskedAgain || this.#budget.hasRoom(values.length * BYTES_OF_VALUE)) {
      held.run = run;
      held.taken = { begin, end, values: taken };
      this.#kept.grown();
    }
    this.#isAskedAgain = true;
    return taken;
  }

  /** A run with what it lacks of some bins; it begins anew where they lie apart from it. */
  #extended(run: Run, begin: Day, end: Day): Run {
    const { starts } = run;
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined || begin > last || end < first) {
      return this.#runOf(begin, end);
    }
    const longer = begin < first ? joined(this.#runOf(begin, first), run) : run;
    return end > last ? joined(longer, this.#runOf(last, end)) : longer;
  }

  #runOf(begin: Day, end: Day): Run {
    const [starts, places, values]: [Day[], number[], BinValue[]] = [[], [], []];
    for (let start = begin; start < end; ) {
      const next = nextBin(start, this.#bin);
      starts.push(start);
      places.push(values.length);
      this.#cells.values.fill(0);
      this.#whole.addOnce(this.#cells, this.#windows.rowsIn(start, next - 1));
      for (const value of valuesOf(this.#whole, start, this.#cells)) values.push(value);
      // A few incidents leave most bins empty.
      start = places.at(-1) === values.length ? this.#heldFrom(next, end) : next;
    }
    return { starts: [...starts, end], places: [...places, values.length], values };
  }

  /** The first bin of one and those after it that may hold anything, before an end. */
  #heldFrom(start: Day, end: Day): Day {
    const day = this.#whole.nextDay(start);
    return day < end ? floorBin(day as Day, this.#bin) : end;
  }

  /** The values of a bin from day to day. */
  #cutHead(start: Day, from: Day, to: Day): readonly BinValue[] {
    this.#head ??= this.#tally();
    return valuesOf(this.#head, start, this.#head.over(from, to));
  }

  /** The values of a bin up to a day. */
  #cutTail(start: Day, to: Day): readonly BinValue[] {
    this.#tail ??= this.#tally();
    return valuesOf(this.#tail, start, this.#tail.over(start, to));
  }
}

/** The values of a bin by group. */
function valuesOf({ adder, grouping }: Tally, start: Day, cells: Cells): BinValue[] {
  const values: BinValue[] = [];
  for (let group = 0, at = 0; at < cells.values.length; group++, at += cells.width) {
    const high = cells.values[at]!;
    if (high === 0) continue;
    const series = grouping.ids[group]!;
    if (adder.figures === null) {
      const low = cells.values[at + 1]!;
      values.push({ start, series, low, best: bestAt(cells.values, at), high, basis: null });
    } else values.push({ start, series, ...adder.valueAt(cells.values, at) });
  }
  return values;
}

/** Two runs of which the second begins where the first ends. */
function joined(first: Run, second: Run): Run {
  const size = first.values.length;
  return {
    starts: [...first.starts.slice(0, -1), ...second.starts],
    places: [...first.places.slice(0, -1), ...second.places.map((place) => place + size)],
    values: first.values.concat(second.values),
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
