import type { BinsResult, BinValue } from '../../query/result';
import type { Day } from '../../time/day';

/** Fewer bins are sent as they are. */
const MANY = 200;

/** Bins as columns: where hundreds of groups have bins, names and keys are most of what would be sent. */
export interface BinColumns {
  readonly columns: {
    /** The days on which bins start, ascending, and how many values there are of each. */
    readonly starts: readonly Day[];
    readonly sizes: readonly number[];
    /** The groups that there are, and which of them each value is of. */
    readonly series: readonly (string | null)[];
    readonly of: readonly number[];
    readonly low: readonly (number | null)[];
    readonly best: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  };
}

/** Many bins of counts as columns; null where they are few, or say what stands behind a figure. */
export function binColumns({ bins }: BinsResult): BinColumns | null {
  if (bins.length < MANY || bins.some(({ basis }) => basis !== null)) return null;
  const [starts, sizes, of]: [Day[], number[], number[]] = [[], [], []];
  const places = new Map<string | null, number>();
  for (const { start, series } of bins) {
    if (starts.at(-1) !== start) {
      starts.push(start);
      sizes.push(0);
    }
    sizes[sizes.length - 1]! += 1;
    const place = places.get(series) ?? places.size;
    places.set(series, place);
    of.push(place);
  }
  const figures = {
    low: bins.map(({ low }) => low),
    best: bins.map(({ best }) => best),
    high: bins.map(({ high }) => high),
  };
  return { columns: { starts, sizes, series: [...places.keys()], of, ...figures } };
}

/** Whether a result is that of many bins. */
export function areColumns(result: unknown): result is BinColumns {
  return typeof result === 'object' && result !== null && 'columns' in result;
}

/** The bins of columns. */
export function binsOfColumns({ columns }: BinColumns): BinsResult {
  const { starts, sizes, series, of, low, best, high } = columns;
  const bins: BinValue[] = [];
  for (const [bin, start] of starts.entries()) {
    for (let left = sizes[bin]!; left > 0; left--) {
      const at = bins.length;
      const figures = { low: low[at]!, best: best[at]!, high: high[at]! };
      bins.push({ start, series: series[of[at]!]!, ...figures, basis: null });
    }
  }
  return { bins };
}
