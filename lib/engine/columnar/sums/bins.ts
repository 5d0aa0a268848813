import type { BinsQuery } from '../../../query/query';
import type { BinsResult, BinValue } from '../../../query/result';
import { binSpan, floorBin, nextBin } from '../../../time/bin';
import type { Day, DaySpan } from '../../../time/day';
import type { Cells } from './cells';
import type { Tally } from './tally';

/** What adds bins up, and those that lay whole in a window: they are the same in any other. */
export interface KeptBins {
  readonly tally: Tally;
  readonly cells: Cells;
  readonly whole: Map<Day, readonly BinValue[]>;
  /** The days on which any of the rows may have begun, and perhaps some more. */
  readonly extent: DaySpan;
}

export function keepBins(tally: Tally, extent: DaySpan): KeptBins {
  return { tally, cells: tally.cells(), whole: new Map(), extent };
}

/** The values of one bin, cut to the window. */
function binValues({ tally, cells, whole }: KeptBins, start: Day, { filter, bin }: BinsQuery) {
  const span = binSpan(start, bin);
  const isWhole = span.from >= filter.from && span.to <= filter.to;
  const known = isWhole ? whole.get(start) : undefined;
  if (known !== undefined) return known;
  cells.clear();
  tally.addPart(cells, Math.max(span.from, filter.from), Math.min(span.to, filter.to));
  const values: BinValue[] = [];
  for (const group of cells.held()) {
    const { low, best, high, basis } = tally.adder.valueAt(cells.values, group * cells.width);
    values.push({ start, series: tally.grouping.ids[group]!, low, best, high, basis });
  }
  if (isWhole) whole.set(start, values);
  return values;
}

/** The bins of a window that hold anything, ascending, each with its groups by code point. */
export function answerBins(kept: KeptBins, query: BinsQuery): BinsResult {
  const { filter, bin } = query;
  const first = Math.max(filter.from, kept.extent.from) as Day;
  const last = Math.min(filter.to, kept.extent.to) as Day;
  const bins: BinValue[] = [];
  for (let start = floorBin(first, bin); start <= last; start = nextBin(start, bin)) {
    for (const value of binValues(kept, start, query)) bins.push(value);
  }
  return { bins };
}
