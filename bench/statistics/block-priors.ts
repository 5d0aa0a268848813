/**
 * Finds the priors of lib/stats/block-priors.ts: `tsx bench/statistics/block-priors.ts [series]`. For so many events, each on one
 * of so many covered days by lot, it looks for the prior at which 5 % and 1 % of such series show any change. Seed 20261128; 4,000 series
 * a row unless said otherwise (500 of 3,000 events), so that 5 % is known within 0.7 and 1 % within 0.3 points.
 */
import { bayesianBlocks, blockFitness, cellsOfDays, type PlacedCell } from '../../lib/stats/bayesian-blocks';
import { diceOf, seeded } from '../synthetic/random';

const SERIES = Number(process.argv[2] ?? 4000);
const EVENTS = [3, 5, 10, 22, 50, 100, 200, 400, 1000, 3000];
/** Covered days for each event. */
const DAYS_EACH = [0.5, 2, 10, 100];

/** Cells of events that fall on days by lot. */
function drawCells(events: number, days: number, below: (n: number) => number): readonly PlacedCell[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < events; i++) {
    const day = below(days);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const found = [...counts].sort(([a], [b]) => a - b).map(([place, count]) => ({ place, count }));
  return cellsOfDays(found, days);
}

/** The gain of the best single change: a prior below it shows one. */
function bestChange(cells: readonly PlacedCell[], events: number, days: number): number {
  const whole = blockFitness(events, days);
  let [count, length, most] = [0, 0, 0];
  for (const cell of cells.slice(0, -1)) {
    count += cell.count;
    length += cell.length;
    most = Math.max(most, blockFitness(count, length) + blockFitness(events - count, days - length) - whole);
  }
  return most;
}

/** The smallest prior at which no change is seen: that of the best one, or more where several together are worth more. */
function criticalPrior(cells: readonly PlacedCell[], events: number, days: number): number {
  let low = bestChange(cells, events, days);
  if (bayesianBlocks(cells, low + 1e-9).length === 1) return low;
  let high = low + 8;
  while (high - low > 0.005) {
    const middle = (low + high) / 2;
    if (bayesianBlocks(cells, middle).length === 1) high = middle;
    else low = middle;
  }
  return high;
}

for (const events of EVENTS) {
  for (const each of DAYS_EACH) {
    const days = Math.max(7, Math.round(events * each));
    const series = events > 1000 ? SERIES / 8 : SERIES;
    const { below } = diceOf(seeded(20261128));
    const priors = Array.from({ length: series }, () =>
      criticalPrior(drawCells(events, days, below), events, days),
    ).sort((a, b) => a - b);
    const at = (share: number) => priors[Math.ceil(series * share) - 1]!.toFixed(2);
    console.log(`  [${events}, ${each}, ${at(0.95)}, ${at(0.99)}],`);
  }
}
