import type { Problem } from '../../problems/problem';
import { type Day, parseDay } from '../../time/day';

/** Something that speaks against the dates of a series, or must be known of them; one for each kind. */
export interface SeriesDoubt {
  readonly code: string;
  /** Rows that it concerns; 0 where it concerns all of them. */
  readonly rows: number;
  /** The first of them. */
  readonly first: Problem;
  /** The days without the rows that it concerns, inclusive; null where no window leaves these out. */
  readonly window: { readonly from: Day; readonly to: Day } | null;
}

/** A span as the value of a problem has it: `2024-03-01/2024-03-20`. */
function windowOf(value: string | null): SeriesDoubt['window'] {
  const [from, to] = (value ?? '').split('/').map(parseDay);
  return from == null || to == null ? null : { from, to };
}

/** The codes of what is said of dates beside the figures; the last speaks against no row. */
const DOUBTS: readonly string[] = [
  'far-date',
  'far-dates',
  'year-differs',
  'exchanged-day',
  'early-years',
  'days-of-zone',
];

/** What the first view of a series has to say of its dates, from the problems of its import. */
export function seriesDoubts(problems: readonly Problem[]): readonly SeriesDoubt[] {
  const byCode = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!DOUBTS.includes(problem.code)) continue;
    const known = byCode.get(problem.code);
    if (known) known.push(problem);
    else byCode.set(problem.code, [problem]);
  }
  const span = byCode.get('far-dates')?.[0]?.value ?? null;
  byCode.delete('far-dates');
  return [...byCode].map(([code, all]) => {
    const rows = new Set(all.filter(({ row }) => row !== null).map(({ file, row }) => `${row}\n${file}`));
    return {
      code,
      rows: rows.size,
      first: all[0] as Problem,
      window: code === 'far-date' ? windowOf(span) : null,
    };
  });
}
