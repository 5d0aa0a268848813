/**
 * Times the queries of a dashboard on the DuckDB engine and on `evaluate`, interleaved:
 * `tsx bench/engines/engine-duckdb.ts --package data/russia-militancy --rounds 20`. Prints medians in milliseconds.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3-array';
import { loadDuckDbEngine } from '../../lib/engine/duckdb/duckdb-engine';
import { importDataPackage } from '../../lib/importers/datapackage/datapackage';
import { readPackageFolder } from '../../lib/importers/datapackage/read-folder';
import type { Engine } from '../../lib/query/engine';
import { evaluate } from '../../lib/query/meaning/evaluate';
import { answerPlan } from '../../lib/query/plan/answers';
import { type Plan, planView } from '../../lib/query/plan/plan';
import type { Query } from '../../lib/query/query';
import type { DatasetId, Series } from '../../lib/series/model';
import { revisionDir } from '../../lib/store/log/layout';
import { publish } from '../../lib/store/publish/publish';
import { readRevision } from '../../lib/store/revision/read-revision';
import { defaultView } from '../../lib/view/keys';
import type { View } from '../../lib/view/view';

const ID = 'bench' as DatasetId;

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${name.padEnd(44)} ${(performance.now() - start).toFixed(0).padStart(8)} ms`);
  return result;
}

async function load(folder: string): Promise<Series> {
  const { series } = importDataPackage(ID, await readPackageFolder(folder));
  if (!series) throw new Error(`${folder} does not import`);
  return series;
}

function queriesOf({
  facets,
  comparison: _,
  days: __,
  ...panels
}: Plan): readonly (readonly [string, Query])[] {
  const named = Object.entries(facets).map(([name, query]) => [`facet ${name}`, query] as const);
  const asked = Object.entries(panels).flatMap(([name, query]) =>
    query === null ? [] : [[name, query] as const],
  );
  return [...asked, ...named];
}

/** Views that a reader might have: all of it, one actor, one relation, and words in half the time. */
function viewsOf(series: Series): readonly (readonly [string, View])[] {
  const base = defaultView(ID);
  const actors = [series.incidents.find(({ links }) => links.length > 0)?.links[0]?.actor ?? 'none'];
  return [
    ['default', base],
    ['one actor', { ...base, actors }],
    [
      'claimed, casualties by relation',
      { ...base, relations: ['claimed'], measure: 'fatalities', split: 'relation' },
    ],
    ['words', { ...base, q: 'a e' }],
  ];
}

async function timeQuery(engine: Engine, series: Series, query: Query, rounds: number): Promise<string> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await engine.run(query);
    const middle = performance.now();
    evaluate(series, query);
    ours.push(middle - start);
    bare.push(performance.now() - middle);
  }
  const cells = [ours[0], median(ours.slice(1)), median(bare)];
  return cells.map((value) => (value ?? 0).toFixed(2).padStart(10)).join('');
}

async function timeView(engine: Engine, series: Series, name: string, view: View, rounds: number) {
  const plan = planView(view, { guide: series, ranking: { actor: [], type: [], region: [] } });
  console.log(`\n${name.padEnd(24)}     first    median  evaluate`);
  for (const [panel, query] of queriesOf(plan)) {
    console.log(panel.padEnd(24) + (await timeQuery(engine, series, query, rounds)));
  }
  const [whole, cpu]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await answerPlan(engine, plan);
    whole.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const [wall, used] = [whole, cpu].map((times) => (median(times) ?? 0).toFixed(2).padStart(10));
  console.log(`${'dashboard at once'.padEnd(24)}          ${wall}  of CPU ${used}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      package: { type: 'string', default: 'data/russia-militancy' },
      rounds: { type: 'string', default: '20' },
    },
  });
  const series = await timed('import', () => load(values.package));
  const store = await mkdtemp(join(tmpdir(), 'annals-bench-'));
  const by = { source: 'bench', importer: 'bench', now: new Date() };
  const { revision } = await timed('publish', () => publish(store, ID, series, [], by));
  const engine = await timed('open', async () =>
    loadDuckDbEngine(await readRevision(revisionDir(store, ID, revision))),
  );
  for (const [name, view] of viewsOf(series))
    await timeView(engine, series, name, view, Number(values.rounds));
  await engine.close();
}

await main();
