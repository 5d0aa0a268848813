/**
 * How fast the columnar engine answers: `node --expose-gc --max-old-space-size=12000 --import tsx bench/engines/columnar.ts
 * --rows 1000000 --seed 1 --rounds 15 [--without evaluate]`. Imports made-up GED rows as /open does, holds them in memory
 * and asks for all panels of a dashboard after one change after the other. Beside it in the same run: `evaluate`, which
 * works everything out anew, and a bare scan of typed arrays (day, actor, deaths: one loop that counts by month and actor
 * inside a window), the limit of what such a machine can do without an index.
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import { columnsOf } from '../../lib/engine/columnar/columns/columns-builder';
import { fileSource } from '../../lib/formats/source/file-source';
import { examine, runImport } from '../../lib/importers/run/import-file';
import type { Engine } from '../../lib/query/engine';
import { loadInfo } from '../../lib/query/info/load-info';
import type { SeriesInfo } from '../../lib/query/info/series-info';
import { meaningEngine } from '../../lib/query/meaning/evaluate';
import { answerPlan } from '../../lib/query/plan/answers';
import { planView } from '../../lib/query/plan/plan';
import type { DatasetId, Incident, Series } from '../../lib/series/model';
import { formatDay } from '../../lib/time/day';
import { parseView } from '../../lib/view/parse';
import { writeGedFile } from '../synthetic/ged-file';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '15' },
    without: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
  },
});
const [rows, seed, rounds] = [options.rows, options.seed, options.rounds].map(Number) as [
  number,
  number,
  number,
];
const ID = 'bench' as DatasetId;

async function importedSeries(): Promise<Series> {
  const path = join(tmpdir(), `annals-ged-${rows}-${seed}.csv`);
  if (!existsSync(path)) await writeGedFile(path, 'csv', rows, seed);
  const examined = await examine(await fileSource(path));
  if (examined.kind === 'refused') throw new Error(JSON.stringify(examined.problems));
  const incidents: Incident[] = [];
  const sink = {
    async incidents(batch: readonly Incident[]) {
      for (const incident of batch) incidents.push(incident);
    },
    problems: () => undefined,
  };
  const { rest } = await runImport(examined, null, { id: ID, title: 'Bench' }, sink);
  return { ...rest, incidents };
}

function held(): number {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds by the clock, and of the processor, which a busy machine does not stretch. */
async function timed<T>(run: () => T | Promise<T>): Promise<{ value: T; time: number; cpu: number }> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const { user, system } = process.cpuUsage(used);
  return { value, time: performance.now() - begun, cpu: (user + system) / 1000 };
}

function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2).padStart(9);
}

type Timing = { readonly time: number; readonly cpu: number };

function report(what: string, name: string, all: readonly Timing[]): void {
  const times = all.map(({ time }) => time);
  const processor = quantile(
    all.map(({ cpu }) => cpu),
    0.5,
  );
  const figures = `median ${quantile(times, 0.5)}  95 % ${quantile(times, 0.95)}  processor ${processor}`;
  console.log(
    `${what.padEnd(28)} ${name.padEnd(9)} ${figures}  first ${times[0]?.toFixed(1)} ms  n = ${all.length}`,
  );
}

/** Addresses of the same change, each with a value of its own. */
function changes(info: SeriesInfo): Readonly<Record<string, (round: number) => string>> {
  const { from, to } = info.guide.meta.coverage;
  const actors = info.ranking.actor;
  const day = (at: number) => formatDay((from + at) as typeof from);
  return {
    'brush step': (round) => `from=${day(2000 + round * 9)}&to=${day(to - from - 3000 + round * 9)}`,
    'brush step, one actor': (round) =>
      `actor=${actors[0]}&from=${day(2000 + round)}&to=${day(9000 + round)}`,
    'toggle of an actor': (round) => `actor=${actors[(round * 7) % actors.length]}`,
    'toggle of large actors': (round) => `actor=${actors.slice(0, 2 + round).join(',')}`,
    'toggle of a region': (round) =>
      `region=${info.ranking.region[round % info.ranking.region.length] ?? ''}`,
    'another split': (round) => `split=${['type', 'region', 'actor'][round % 3]}&from=${day(round)}`,
    'killed instead of incidents': (round) => `measure=fatalities&from=${day(1000 + round)}`,
    'a new word': (round) =>
      `q=${['town', 'north', 'attack', 'c1', 'shell', 'group'][round % 6]}${round < 6 ? '' : round}`,
    'another sort': (round) =>
      `sort=${['-fatalities', 'title', 'place', 'actor', '-injured', '-title'][round % 6]}`,
  };
}

async function measure(engine: Engine, info: SeriesInfo, runs: number, wanted: string): Promise<void> {
  for (const [what, address] of Object.entries(changes(info))) {
    if (!what.includes(wanted)) continue;
    const times: Timing[] = [];
    for (let round = 0; round < runs; round++) {
      const { view } = parseView(ID, new URLSearchParams(address(round)), { standard: info.standard });
      const plan = planView(view, info);
      times.push(await timed(() => answerPlan(engine, plan)));
    }
    report(what, engine.name, times);
  }
}

/** One loop over typed arrays: what counting a window by month and actor costs at the least. */
function scan(series: Series) {
  const { incidents } = series;
  const codes = new Map(series.actors.map(({ id }, code) => [id, code + 1]));
  const day = Int32Array.from(incidents, ({ date }) => date.possible[0]!.from);
  const actor = Uint16Array.from(incidents, ({ links }) => codes.get(links[0]?.actor as never) ?? 0);
  const killed = Float64Array.from(incidents, ({ fatalities }) => fatalities.best ?? 0);
  return (from: number, to: number): number => {
    const counts = new Uint32Array(codes.size + 1);
    const months = new Float64Array(2000);
    for (let at = 0; at < day.length; at++) {
      const here = day[at]!;
      if (here < from || here > to) continue;
      counts[actor[at]!]!++;
      months[((here / 30.44) | 0) + 0]! += killed[at]!;
    }
    return counts.length + months.length;
  };
}

const { value: series, time: imported } = await timed(importedSeries);
console.log(
  `${rows} GED rows of seed ${seed}: ${series.incidents.length} incidents, ${series.actors.length} actors,`,
);
console.log(`${series.fields.length} own fields; imported in ${(imported / 1000).toFixed(1)} s`);

const before = held();
const bytes = () => ((held() - before) / rows).toFixed(1);
const built = await timed(async () => columnarEngine(await columnsOf(series)));
console.log(
  `columns built: ${built.time.toFixed(0)} ms (processor ${built.cpu.toFixed(0)}), ${bytes()} bytes an incident`,
);
const searched = await timed(() => built.value.prepareSearch(async () => undefined));
console.log(
  `texts made ready for searches: ${searched.time.toFixed(0)} ms (processor ${searched.cpu.toFixed(0)})`,
);
const { incidents, sources: _, ...guide } = series;
const about = { guide, revision: '', published: '2026-01-01', incidents: incidents.length };
const loaded = await timed(() => loadInfo(built.value, about));
console.log(
  `what a page knows beforehand: ${loaded.time.toFixed(0)} ms (processor ${loaded.cpu.toFixed(0)})`,
);
const info = loaded.value;
const first = parseView(ID, new URLSearchParams(''), { standard: info.standard });
const opened = await timed(() => answerPlan(built.value, planView(first.view, info)));
console.log(`first dashboard: ${opened.time.toFixed(0)} ms (processor ${opened.cpu.toFixed(0)})`);
await measure(built.value, info, rounds, options.only);
console.log(`with all that was kept for the changes: ${bytes()} bytes an incident`);

const scans: Timing[] = [];
const run = scan(series);
const { from, to } = info.guide.meta.coverage;
for (let round = 0; round < rounds; round++) {
  scans.push(await timed(() => run(from + round, to - 3000 + round)));
}
report('a window counted once', 'bare scan', scans);
if (!options.without.includes('evaluate'))
  await measure(meaningEngine(series), info, Math.min(3, rounds), '');
