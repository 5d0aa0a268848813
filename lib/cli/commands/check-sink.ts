import type { ImportSink } from '../../importers/build/sink';
import { effectOf } from '../../importers/import-codes';
import type { Problem } from '../../problems/problem';
import { toCalendar } from '../../time/day';

/** What a check counts while a file is built, holding none of it. */
export interface CheckTally {
  readonly sink: ImportSink;
  /** Incidents by the year and the month in which they may have begun first; those without a known day left out. */
  readonly months: ReadonlyMap<number, number>;
  readonly undated: () => number;
  /** By code, most first, with what it costs and the first problem. */
  readonly problems: () => readonly CodeCount[];
}

export interface CodeCount {
  readonly code: string;
  readonly effect: string;
  readonly count: number;
  readonly first: Problem;
}

/** Counts incidents by month, as year × 12 + month from 0, and problems by code. */
export function checkTally(): CheckTally {
  const months = new Map<number, number>();
  const codes = new Map<string, { count: number; first: Problem }>();
  let undated = 0;
  return {
    months,
    undated: () => undated,
    problems: () =>
      [...codes]
        .map(([code, counted]) => ({ code, effect: effectOf(code), ...counted }))
        .sort((a, b) => b.count - a.count),
    sink: {
      incidents(batch) {
        for (const { date } of batch) {
          if (date.earliest === null) {
            undated++;
            continue;
          }
          const { year, month } = toCalendar(date.earliest);
          const key = year * 12 + month - 1;
          months.set(key, (months.get(key) ?? 0) + 1);
        }
      },
      problems(batch) {
        for (const problem of batch) {
          const counted = codes.get(problem.code);
          if (counted) counted.count++;
          else codes.set(problem.code, { count: 1, first: problem });
        }
      },
    },
  };
}
