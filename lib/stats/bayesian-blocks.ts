/** A stretch of time with the events in it; a change of rate is looked for between cells, never inside one. */
export interface Cell {
  /** Events; a fraction where dates are spread over days. */
  readonly count: number;
  /** Covered days, or any other unit; above zero. */
  readonly length: number;
}

/** The log likelihood of so many events in so long a time at the rate that fits best, but for what is the same for all partitions. */
export function blockFitness(count: number, length: number): number {
  return count > 0 ? count * Math.log(count / length) : 0;
}

/** Sums of everything before each cell. */
function sumsBefore(cells: readonly Cell[], of: (cell: Cell) => number): Float64Array {
  const sums = new Float64Array(cells.length + 1);
  cells.forEach((cell, place) => {
    sums[place + 1] = sums[place]! + of(cell);
  });
  return sums;
}

/**
 * Where the rate of events changes: the partition of the cells into blocks of steady rate with the highest likelihood less `prior`
 * for each block (Scargle, Norris, Jackson and Chiang 2013, events). Gives the place of the first cell of each block, the first one 0.
 * Starts of blocks that can never win again are dropped on the way, which changes no result (Killick, Fearnhead and Eckley 2012).
 */
export function bayesianBlocks(cells: readonly Cell[], prior: number): readonly number[] {
  const counts = sumsBefore(cells, ({ count }) => count);
  const lengths = sumsBefore(cells, ({ length }) => length);
  const best = new Float64Array(cells.length + 1);
  const lastStart = new Int32Array(cells.length + 1);
  let starts = [0];
  for (let end = 1; end <= cells.length; end++) {
    const values = starts.map(
      (start) => best[start]! + blockFitness(counts[end]! - counts[start]!, lengths[end]! - lengths[start]!),
    );
    let most = 0;
    for (let place = 1; place < values.length; place++) if (values[place]! > values[most]!) most = place;
    best[end] = values[most]! - prior;
    lastStart[end] = starts[most]!;
    starts = starts.filter((_, place) => values[place]! >= best[end]!);
    starts.push(end);
  }
  const blocks: number[] = [];
  for (let end = cells.length; end > 0; end = lastStart[end]!) blocks.unshift(lastStart[end]!);
  return blocks;
}

/** A day, as its place among the covered days, with the events that began on it. */
export interface EventDay {
  /** 0 for the first covered day. */
  readonly place: number;
  /** Events, above zero. */
  readonly count: number;
}

/** A cell with its first point on the axis of covered days. */
export interface PlacedCell extends Cell {
  readonly start: number;
}

/**
 * One cell for each day with events, of `days` covered days: it reaches half way to the days with events around it, the first and the
 * last to the ends. Days ascend; events of one day stand in one cell, so that no change can part them.
 */
export function cellsOfDays(events: readonly EventDay[], days: number): readonly PlacedCell[] {
  return events.map(({ place, count }, index) => {
    const [before, after] = [events[index - 1], events[index + 1]];
    const start = before === undefined ? 0 : (before.place + 1 + place) / 2;
    const end = after === undefined ? days : (place + 1 + after.place) / 2;
    return { start, count, length: end - start };
  });
}
