import { formatYear } from '../../time/day';

/** Rows of a histogram at most, and the columns of its longest bar. */
const MOST_ROWS = 40;
const WIDTH = 50;

/** Months in one row: one, three, or as many years as needed. */
function stepFor(span: number): number {
  const steps = [1, 3, 12, 24, 60, 120, 300, 600, 1200, 6000, 12_000, 60_000, 120_000, 240_000];
  return steps.find((step) => span / step < MOST_ROWS) ?? 240_000;
}

function labelOf(month: number, step: number): string {
  const year = formatYear(Math.floor(month / 12));
  return step >= 12 ? year : `${year}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/**
 * Counts by month (year × 12 + month from 0) as lines with bars, each with the month or year it begins with. Rows
 * without a count stand in it too: a gap is worth seeing.
 */
export function histogramLines(months: ReadonlyMap<number, number>): readonly string[] {
  const keys = [...months.keys()];
  if (keys.length === 0) return [];
  const [first, last] = [Math.min(...keys), Math.max(...keys)];
  const step = stepFor(last - first + 1);
  const start = Math.floor(first / step) * step;
  const rows = new Array<number>(Math.floor((last - start) / step) + 1).fill(0);
  for (const [month, count] of months) {
    const row = Math.floor((month - start) / step);
    rows[row] = (rows[row] ?? 0) + count;
  }
  const most = Math.max(...rows);
  return rows.map((count, row) => {
    const bar = '█'.repeat(Math.max(count > 0 ? 1 : 0, Math.round((count / most) * WIDTH)));
    return `${labelOf(start + row * step, step).padStart(8)} ${bar} ${count.toLocaleString('en')}`;
  });
}
