/** The first and the last year that a column writes with four digits. */
export type YearsSeen = readonly [first: number, last: number];

/** How far two-digit years may lie outside the four-digit ones of their column for these to settle their century. */
const NEAR = 10;

/** The pivot of POSIX, taken wherever it fits, so that columns of one table have the same. */
const USUAL = 2068;
/** Years after 2040 are likelier to be of the 20th century. */
const LATEST = 40;

/** The last year of the run of two-digit years that goes round 99 → 00, if they are taken to be as close as can be. */
function endOfRun(years: readonly number[]): number {
  const gaps = years.map((year, i) => ({
    year,
    gap: (years[i + 1] ?? (years[0] ?? 0) + 100) - year,
  }));
  return gaps.reduce((widest, each) => (each.gap >= widest.gap ? each : widest), { year: 99, gap: 0 }).year;
}

function meant(year: number, pivot: number): number {
  return pivot - ((((pivot - year) % 100) + 100) % 100);
}

/**
 * The pivots that a column's two-digit years may have, likeliest first: around the turn of the century or wholly in the
 * 20th. Only its four-digit years settle it; there is no clock here that could say what lies in the future.
 */
export function pivotOptions(years: ReadonlySet<number>, seen: YearsSeen | null): readonly number[] {
  const sorted = [...years].sort((a, b) => a - b);
  const end = endOfRun(sorted);
  const isUsual = end <= USUAL % 100 && sorted.every((year) => year <= end || year > USUAL % 100);
  const near2000 = isUsual ? USUAL : 2000 + end;
  const options = end > LATEST ? [1999, near2000] : [near2000, 1999];
  if (seen === null) return options;
  const near = options.filter((pivot) =>
    sorted.every((year) => meant(year, pivot) >= seen[0] - NEAR && meant(year, pivot) <= seen[1] + NEAR),
  );
  return near.length === 1 ? near : options;
}
