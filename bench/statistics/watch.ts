/**
 * Makes the tables of “What stands out” in docs/methods.md: `tsx bench/statistics/watch.ts [series]`. Weekly series that are quiet, and
 * series in which the rate triples, seed 20261128, 2,000 of each kind unless said otherwise. Quiet: four years are watched for the last
 * three; the figure is notices for 1,000 weeks of one series, of which at most 5 are promised (five windows, one in a thousand each).
 * A tripling that stays begins after two quiet years: in how many of the series it is noticed after 1, 4 and 13 weeks.
 */
import { scan } from '../../lib/stats/scan/replay';
import type { ScanTime, Slice } from '../../lib/stats/scan/watched-slice';
import { seeded } from '../synthetic/random';
import { type Draws, drawsOf } from './draws';

const SERIES = Number(process.argv[2] ?? 2000);
const WEEKS = 208;
const REPLAYED = 156;
const time = (weeks: number): ScanTime => ({
  exposure: new Float64Array(weeks).fill(7),
  year: 52,
  least: 52,
});

/** Counts of weeks at a rate that is `times` what it is else. */
type Kind = (draws: Draws, times: (week: number) => number, weeks: number) => Float64Array;

const plain =
  (draw: (draws: Draws, times: number) => number): Kind =>
  (draws, times, weeks) =>
    Float64Array.from({ length: weeks }, (_, week) => draw(draws, times(week)));

/** Of the incidents of a quiet week so many are known only to the month: each counts a quarter in four weeks, those before or after. */
const spread =
  (mean: number, share: number): Kind =>
  (draws, times, weeks) => {
    const counts = new Float64Array(weeks);
    for (let week = 0; week < weeks; week++) {
      counts[week]! += draws.poisson(mean * (1 - share) * times(week));
      const month = week - (week % 4);
      const coarse = draws.poisson(mean * share * times(week)) / 4;
      for (let near = month; near < Math.min(month + 4, weeks); near++) counts[near]! += coarse;
    }
    return counts;
  };

/** Half as much again in the busy half of the year as on average. */
const seasonal =
  (mean: number): Kind =>
  (draws, times, weeks) =>
    Float64Array.from({ length: weeks }, (_, week) =>
      draws.poisson(mean * times(week) * (1 + 0.5 * Math.sin((2 * Math.PI * week) / 52))),
    );

/** What is drawn, and how long before and while it is watched where that is not four years. */
const KINDS: readonly (readonly [name: string, kind: Kind, weeks?: number])[] = [
  ['0.1 a week', plain((d, x) => d.poisson(0.1 * x))],
  ['0.5 a week', plain((d, x) => d.poisson(0.5 * x))],
  ['2 a week', plain((d, x) => d.poisson(2 * x))],
  ['10 a week', plain((d, x) => d.poisson(10 * x))],
  ['0.5 a week, θ 0.5', plain((d, x) => d.negativeBinomial(0.5 * x, 0.5))],
  ['2 a week, θ 1', plain((d, x) => d.negativeBinomial(2 * x, 1))],
  ['10 a week, θ 3', plain((d, x) => d.negativeBinomial(10 * x, 3))],
  ['0.1 a week, in pairs', plain((d, x) => d.clustered(0.1 * x, 1))],
  ['2 a week, in clusters of 3', plain((d, x) => d.clustered(2 * x, 2))],
  ['2 a week, half known to the month', spread(2, 0.5)],
  ['2 a week, ±50 % by season, four years known', seasonal(2)],
  ['10 a week, ±50 % by season, four years known', seasonal(10)],
  ['2 a week, ±50 % by season, eight years known', seasonal(2), 416],
];

const quiet = () => 1;

function falseAlarms(kind: Kind, weeks: number): number {
  const draws = drawsOf(seeded(20261128));
  let notices = 0;
  for (let i = 0; i < SERIES; i++) {
    const slice: Slice<string> = { id: 'one', counts: kind(draws, quiet, weeks) };
    notices += scan([slice], time(weeks)).notices.length;
  }
  return (1000 * notices) / (SERIES * REPLAYED);
}

/** The share of series in which a tripling is noticed so many weeks after it began. */
function power(kind: Kind, begin: number): readonly number[] {
  const draws = drawsOf(seeded(20261129));
  const found = [0, 0, 0];
  for (let i = 0; i < SERIES / 4; i++) {
    const counts = kind(draws, (week) => (week < begin ? 1 : 3), begin + 13);
    [1, 4, 13].forEach((after, place) => {
      const slice = { id: 'one', counts: counts.slice(0, begin + after) };
      const { notices } = scan([slice], time(begin + after));
      if (notices.some(({ last, direction }) => last >= begin && direction === 'surge')) found[place]! += 1;
    });
  }
  return found.map((count) => (100 * count) / (SERIES / 4));
}

/** How often a tripling that stays is noticed within two years of it, and how often it is then said to have stayed. */
function oneNotice(kind: Kind): string {
  const draws = drawsOf(seeded(20261131));
  const [begin, weeks] = [104, 208];
  let [seen, notices, stayed] = [0, 0, 0];
  for (let i = 0; i < SERIES / 4; i++) {
    const counts = kind(draws, (week) => (week < begin ? 1 : 3), weeks);
    const found = scan([{ id: 'one', counts }], time(weeks)).notices.filter(({ last }) => last >= begin);
    if (found.length === 0) continue;
    seen += 1;
    notices += found.length;
    if (found[0]!.after === 'stayed') stayed += 1;
  }
  return `noticed in ${((400 * seen) / SERIES).toFixed(0)} % of series, ${(notices / seen).toFixed(2)} notices each, the first said to have stayed in ${((100 * stayed) / seen).toFixed(0)} %`;
}

/** Many quiet slices at once: in what share of weeks anything at all is noticed. */
function manySlices(): string {
  const draws = drawsOf(seeded(20261130));
  const runs = Math.max(1, Math.round(SERIES / 100));
  let weeks = 0;
  for (let run = 0; run < runs; run++) {
    const slices = Array.from({ length: 300 }, (_, id): Slice<number> => {
      const mean = 0.05 * 1.02 ** id;
      return { id, counts: plain((d) => d.negativeBinomial(mean, 2))(draws, quiet, WEEKS) };
    });
    weeks += new Set(scan(slices, time(WEEKS)).notices.map(({ last }) => last)).size;
  }
  return ((100 * weeks) / (runs * REPLAYED)).toFixed(1);
}

console.log(
  '| weekly series | false notices in 1,000 quiet weeks | a tripling noticed after 1 / 4 / 13 weeks |',
);
console.log('|---|--:|--:|');
for (const [name, kind, weeks = WEEKS] of KINDS) {
  const found = power(kind, weeks - WEEKS + 104).map((share) => Math.round(share));
  console.log(`| ${name} | ${falseAlarms(kind, weeks).toFixed(1)} | ${found.join(' / ')} % |`);
}
console.log(`\nA tripling that stays for two years, at 2 a week: ${oneNotice(KINDS[2]![1])}.`);
console.log(`The same with θ 1: ${oneNotice(KINDS[5]![1])}.`);
console.log(
  `300 quiet slices at once, 0.05 to 19 a week, θ 2: anything is noticed in ${manySlices()} % of weeks.`,
);
