/**
 * Imports one file and prints what it took as one line of JSON: `tsx bench/files/import-once.ts FILE [--store DIR]`. With a
 * store the series is published there, as the command line does it; without one it is held in memory, as a browser does.
 */
import { parseArgs } from 'node:util';
import { freeMemory, inBoundMemory } from '../../lib/cli/importing/free-memory';
import { fileInThread } from '../../lib/cli/importing/threads/read-in-thread';
import { writeInThread } from '../../lib/cli/importing/threads/write-in-thread';
import { examine, runImport, type Usable } from '../../lib/importers/run/import-file';
import type { DatasetId } from '../../lib/series/model';
import { openPublication } from '../../lib/store/publish/open-publication';
import { collectSeries } from '../../testing/files/collect-series';

const SEED = { id: 'bench' as DatasetId, title: 'Bench' };

async function publish(examined: Usable, store: string): Promise<object> {
  const writer = await openPublication(store, SEED.id, {
    source: 'bench',
    importer: 'bench',
    now: new Date(0),
    startThread: writeInThread,
    freeMemory,
  });
  const { rest, counts } = await runImport(examined, null, SEED, writer);
  const built = seconds();
  const { revision } = await writer.finish(rest, counts);
  return { counts, revision, built };
}

async function collect(examined: Usable): Promise<object> {
  const { counts, series } = await collectSeries(examined, null, SEED);
  global.gc?.();
  return { counts, held: series.incidents.length, heap: process.memoryUsage().heapUsed };
}

const begun = performance.now();
const seconds = (): number => (performance.now() - begun) / 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string' } },
});
const examined = await examine(await fileInThread(positionals[0] ?? ''));
if (examined.kind === 'refused') throw new Error(JSON.stringify(examined.problems));
const surveyed = seconds();
const { store } = values;
const result =
  store === undefined ? await collect(examined) : await inBoundMemory(() => publish(examined, store));
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(JSON.stringify({ surveyed, seconds: seconds(), cpu, peak: maxRSS * 1024, ...result }));
