/**
 * Makes the table of “Changes of rate” in docs/methods.md: `tsx bench/statistics/change-points.ts [series]`. Series of 2,738 days, seed 20261128,
 * 2,000 of each kind unless said otherwise: in how many of those with a steady rate a change is seen, of which at most 5 % are promised,
 * and in how many of those whose rate triples, or falls to a third, half way.
 */
import { changePointsOf } from '../../lib/query/exposure/change-points';
import { addDays, toDay } from '../../lib/time/day';
import { defaultView } from '../../lib/view/keys';
import { STANDARD } from '../../lib/view/view';
import { EXAMPLE_GUIDE } from '../../testing/series/example-guide';
import { seeded } from '../synthetic/random';
import { type Draws, drawsOf } from './draws';

const SERIES = Number(process.argv[2] ?? 2000);
const FROM = toDay(2017, 1, 1);
const DAYS = 2738;
const view = defaultView(EXAMPLE_GUIDE.meta.id, STANDARD);

/** The incidents of a day, at so many a day on average. */
type Kind = (draws: Draws, mean: number) => number;

const KINDS: readonly (readonly [string, Kind])[] = [
  ['at random', (draws, mean) => draws.poisson(mean)],
  ['in pairs on a day', (draws, mean) => draws.clustered(mean, 1)],
];

function changed(kind: Kind, mean: number, draws: Draws, times: number): boolean {
  const counts = Array.from({ length: DAYS }, (_, day) => kind(draws, mean * (day < DAYS / 2 ? 1 : times)));
  const bins = counts.flatMap((count, day) =>
    count === 0
      ? []
      : [{ start: addDays(FROM, day), series: null, low: count, best: count, high: count, basis: null }],
  );
  const found = changePointsOf(view, EXAMPLE_GUIDE, { bins });
  return found !== null && found.stretches.length > 1;
}

function share(kind: Kind, events: number, times: number): string {
  const draws = drawsOf(seeded(20261128));
  const found = Array.from({ length: SERIES }, () => changed(kind, events / DAYS, draws, times));
  return ((100 * found.filter(Boolean).length) / SERIES).toFixed(1);
}

console.log('| incidents | steady: a change seen | triples: seen | falls to a third: seen |');
console.log('|---|--:|--:|--:|');
for (const [name, kind] of KINDS) {
  for (const events of [10, 22, 80, 400]) {
    const [steady, up, down] = [1, 3, 1 / 3].map((times) => share(kind, events, times));
    console.log(`| about ${events}, ${name} | ${steady} % | ${up} % | ${down} % |`);
  }
}
