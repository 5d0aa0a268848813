import type { OnProgress } from '../formats/progress';
import type { DateMapping } from '../mapping/mapping';
import { dateReader } from '../mapping/row-dates/date-reader';
import { type Day, formatDay } from '../time/day';
import type { ExaminedTable } from './run/import-file';

/** Rows by the first day on which they may have begun. */
export interface DateHistogram {
  readonly unit: 'month' | 'year';
  /** Bins that are not empty, in order; `start` is written as `2024-03` or `2024`. */
  readonly bins: readonly { readonly start: string; readonly count: number }[];
  /** Rows whose date is understood, with a start that is open or unknown. */
  readonly undated: number;
  /** Rows without a date, or with one that is not understood. */
  readonly unread: number;
}

/** How a count is watched and stopped. */
export interface HistogramOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** More months than this are counted by year. */
const MOST_BINS = 120;

function binsOf(days: ReadonlyMap<Day, number>, unit: DateHistogram['unit']): DateHistogram['bins'] {
  const bins = new Map<string, number>();
  const sorted = [...days].sort(([a], [b]) => a - b);
  for (const [day, count] of sorted) {
    const start = formatDay(day).slice(0, unit === 'month' ? -3 : -6);
    bins.set(start, (bins.get(start) ?? 0) + count);
  }
  return [...bins].map(([start, count]) => ({ start, count }));
}

/** Counts all rows of a file by month, or by year where that would be too many bins. Reads the file once. */
export async function dateHistogram(
  { opened: { table } }: ExaminedTable,
  mapping: DateMapping,
  { signal, onProgress }: HistogramOptions = {},
): Promise<DateHistogram> {
  const readDate = dateReader(mapping, table.columns);
  const days = new Map<Day, number>();
  const lost = { undated: 0, unread: 0 };
  let done = 0;
  for await (const { rows, bytes } of table.batches(signal)) {
    signal?.throwIfAborted();
    for (const { cells } of rows) {
      const outcome = readDate(cells);
      if (outcome.kind === 'problem') lost.unread++;
      else if (outcome.date.earliest === null) lost.undated++;
      else days.set(outcome.date.earliest, (days.get(outcome.date.earliest) ?? 0) + 1);
    }
    done += rows.length;
    onProgress?.({ step: 'build', bytes, ofBytes: table.size, rows: done });
  }
  const months = binsOf(days, 'month');
  return months.length <= MOST_BINS
    ? { unit: 'month', bins: months, ...lost }
    : { unit: 'year', bins: binsOf(days, 'year'), ...lost };
}
