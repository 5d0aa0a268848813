/**
 * How the built server stands readers: `tsx bench/server/load.ts --store DIR [--datasets a,b] [--readers 50] [--seconds 60]
 * [--pause 10000] [--seed 1]`. Starts the build that is there on a store, lets that many readers open mixed addresses of
 * its datasets, each looking at an answer for up to `pause` milliseconds, and prints how long the answers took and what the
 * process takes. With `--soak` it lasts five minutes, and ends with code 1 where an answer is an error, 95 % take more than
 * three seconds, or memory goes a gigabyte over idle or goes on growing. Loopback only.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBuilt } from './built-server';
import { knownOf } from './reader-addresses';
import { letThemRead, reportOf } from './readers';

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    datasets: { type: 'string' },
    readers: { type: 'string', default: '50' },
    seconds: { type: 'string' },
    pause: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    soak: { type: 'boolean', default: false },
  },
});
if (!values.store) throw new Error('--store DIR is missing');
const seconds = Number(values.seconds ?? (values.soak ? 300 : 60));

/** Bytes that the process may take over what it takes when nobody asks. */
const MOST_OVER_IDLE = 1e9;
/** By how much the last fifth may lie over the middle: caches fill, and then nothing grows. */
const MOST_GROWTH = 100e6;
const SLOWEST = 3_000;

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

const data = await mkdtemp(join(tmpdir(), 'annals-load-'));
const server = await startBuilt(resolve(values.store), data);
const samples: number[] = [];
try {
  const { at } = server;
  const listed = (await (await fetch(`${at}/api/v1/datasets`)).json()) as { datasets: { id: string }[] };
  const ids = values.datasets?.split(',') ?? listed.datasets.map(({ id }) => id);
  const idle = await server.memory();
  const datasets = await Promise.all(ids.map((id) => knownOf(at, id)));
  console.log(`${ids.join(', ')}; idle ${megabytes(idle)}, all open ${megabytes(await server.memory())}`);
  const timer = setInterval(() => {
    server.memory().then(
      (bytes) => samples.push(bytes),
      () => undefined,
    );
  }, 2_000);
  const load = { at, datasets, readers: Number(values.readers), seconds, pauseMs: Number(values.pause) };
  const before = await server.cpu();
  const outcome = await letThemRead({ ...load, seed: Number(values.seed) });
  clearInterval(timer);
  const worked = (await server.cpu()) - before;
  for (const line of reportOf(outcome)) console.log(line);
  const each = Math.round((1000 * worked) / Math.max(1, outcome.all.count));
  console.log(`processors worked ${worked.toFixed(1)} s in ${seconds} s: ${each} ms for each answer`);
  const fifths = [0, 1, 2, 3, 4].map((at) =>
    mean(samples.slice((at * samples.length) / 5, ((at + 1) * samples.length) / 5)),
  );
  const peak = Math.max(...samples);
  console.log(`memory by fifths ${fifths.map(megabytes).join(', ')}; peak ${megabytes(peak)}`);
  const [, , middle = 0, , last = 0] = fifths;
  const faults = [
    outcome.failed.length > 0 ? `${outcome.failed.length} answers were errors` : null,
    outcome.all.within(0.95) > SLOWEST ? '95 % took more than three seconds' : null,
    peak - idle > MOST_OVER_IDLE ? `memory went ${megabytes(peak - idle)} over idle` : null,
    last - middle > MOST_GROWTH ? `memory grew by ${megabytes(last - middle)} in the second half` : null,
  ].filter((fault) => fault !== null);
  for (const fault of faults) console.error(fault);
  if (values.soak && faults.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
