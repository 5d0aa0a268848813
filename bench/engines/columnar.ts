/**
 * How fast the columnar engine answers: `node --expose-gc --max-old-space-size=12000 --import tsx bench/engines/columnar.ts
 * --rows 1000000 --seed 1 --rounds 15 [--without evaluate]`. Imports made-up GED rows as /open does, holds them in
 * memory and asks for all panels of a dashboard after one change after the other. With `--store DIR --dataset ID`
 * it opens a revision of a store as the server does, and asks that. What a server and a worker ask by themselves of a large series
 * once its first page is given (`warmUp`) is asked before the changes, and told apart. Beside it in the same run: `evaluate`, which
 * works everything out anew, and a bare scan of typed arrays (day, actor, deaths: one loop that counts by month and actor
 * inside a window), the limit of what such a machine can do without an index.
 */
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import { columnsOf } from '../../lib/engine/columnar/columns/columns-builder';
import { openStoredEngine } from '../../lib/engine/stored/stored-engine';
import { fileSource } from '../../lib/formats/source/file-source';
import { examine, runImport } from '../../lib/importers/run/import-file';
import type { Engine } from '../../lib/query/engine';
import { loadInfo } from '../../lib/query/info/load-info';
import type { SeriesInfo } from '../../lib/query/info/series-info';
import { meaningEngine } from '../../lib/query/meaning/evaluate';
import { answerPlan } from '../../lib/query/plan/answers';
import { planView } from '../../lib/query/plan/plan';
import { WARMED_FROM, warmUp } from '../../lib/query/plan/warm-up';
import type { DatasetId, Incident, Series, SeriesGuide } from '../../lib/series/model';
import { columnsFile, revisionDir } from '../../lib/store/log/layout';
import { revisions } from '../../lib/store/publish/publish';
import { readHead } from '../../lib/store/revision/read-revision';
import { formatDay } from '../../lib/time/day';
import { parseView } from '../../lib/view/parse';
import { writeGedFile } from '../synthetic/ged-file';
import { measureFrames } from './frames';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '15' },
    without: { type: 'string', default: '' },
    store: { type: 'string' },
    dataset: { type: 'string', default: '' },
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

/** What is held once all is given back that can be: of arrays that took the place of others some go with a later collection. */
function held(): number {
  for (let round = 0; round < 3; round++) global.gc?.();
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
      const { id } = info.guide.meta;
      const { view } = parseView(id, new URLSearchParams(address(round)), { standard: info.standard });
      const plan = planView(view, info);
      times.push(await timed(() => answerPlan(engine, plan)));
    }
    report(what, engine.name, times);
  }
}

/** The first page of the table alone, in orders that were made before, each time in another window. */
async function sortedPages(engine: Engine, info: SeriesInfo): Promise<void> {
  const sorts = ['-date', 'date', '-fatalities', 'title', 'place'];
  const times: Timing[] = [];
  for (let round = 0; round < sorts.length * rounds; round++) {
    const sort = sorts[round % sorts.length];
    const address = `sort=${sort}&from=${2000 + (round % 7)}&to=${2012 + (round % 9)}`;
    const { view } = parseView(info.guide.meta.id, new URLSearchParams(address), { standard: info.standard });
    const { rows: page } = planView(view, info);
    const timing = await timed(() => engine.run(page));
    if (round >= sorts.length) times.push(timing);
  }
  report('first page, order known', engine.name, times);
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

function told(what: string, { time, cpu }: Timing, incidents: number, before: number): void {
  const bytes = ((held() - before) / incidents).toFixed(1);
  console.log(
    `${what}: ${time.toFixed(0)} ms (processor ${cpu.toFixed(0)}), ${bytes} bytes an incident held`,
  );
}

/** Asks an engine over so many incidents for what a page needs, and for one change after the other. */
async function ask(
  engine: Engine,
  guide: SeriesGuide,
  incidents: number,
  before: number,
): Promise<SeriesInfo> {
  const about = { guide, revision: '', published: '', incidents };
  const loaded = await timed(() => loadInfo(engine, about));
  told('what a page knows beforehand', loaded, incidents, before);
  const info = loaded.value;
  const { view } = parseView(info.guide.meta.id, new URLSearchParams(''), { standard: info.standard });
  const first = await timed(() => answerPlan(engine, planView(view, info)));
  told('first dashboard', first, incidents, before);
  if (incidents >= WARMED_FROM) {
    const ready = await timed(() => warmUp(engine, info));
    told('made ready, as after the first page', ready, incidents, before);
  }
  await measure(engine, info, rounds, options.only);
  await sortedPages(engine, info);
  await measureFrames(engine, info);
  told('with all that was kept for the changes', { time: 0, cpu: 0 }, incidents, before);
  return info;
}

async function benchStored(store: string, id: DatasetId): Promise<void> {
  const current = (await revisions(store, id)).at(-1);
  if (current === undefined) throw new Error(`${store} has no ${id}`);
  const { revision } = current;
  const head = await readHead(revisionDir(store, id, revision));
  const { sources: _, ...guide } = head.rest;
  // The first opening makes the columns where there are none.
  await (await openStoredEngine(store, id, revision, head)).close();
  const before = held();
  const opened = await timed(() => openStoredEngine(store, id, revision, head));
  const file = statSync(columnsFile(store, id, revision)).size;
  console.log(
    `${head.incidents} incidents, ${(file / head.incidents).toFixed(1)} bytes an incident in the file`,
  );
  told('opened', opened, head.incidents, before);
  await ask(opened.value, guide, head.incidents, before);
}

async function benchImported(): Promise<void> {
  const { value: series, time: imported } = await timed(importedSeries);
  const { incidents, sources: _, ...guide } = series;
  console.log(
    `${rows} GED rows of seed ${seed}: ${incidents.length} incidents, ${series.actors.length} actors,`,
  );
  console.log(`${series.fields.length} own fields; imported in ${(imported / 1000).toFixed(1)} s`);
  const before = held();
  const built = await timed(async () => columnarEngine(await columnsOf(series)));
  told('columns built', built, rows, before);
  const searched = await timed(() => built.value.prepareSearch(async () => undefined));
  told('texts made ready for searches', searched, rows, before);
  const info = await ask(built.value, guide, rows, before);
  const scans: Timing[] = [];
  const run = scan(series);
  const { from, to } = info.guide.meta.coverage;
  for (let round = 0; round < rounds; round++) {
    scans.push(await timed(() => run(from + round, to - 3000 + round)));
  }
  report('a window counted once', 'bare scan', scans);
  if (!options.without.includes('evaluate'))
    await measure(meaningEngine(series), info, Math.min(3, rounds), '');
}

if (options.store === undefined) await benchImported();
else await benchStored(options.store, options.dataset as DatasetId);
