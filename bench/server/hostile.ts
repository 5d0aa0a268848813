/**
 * Asks a server for hostile addresses: `tsx bench/server/hostile.ts --at http://127.0.0.1:3000 --dataset russia-militancy
 * [--count 10000] [--seed 1]`, or `--store DIR` instead of `--at` to start the build that is there on a store. Every answer must come, be no 5xx, have a policy and forbid guessing its type. Prints what
 * the answers were, and ends with code 1 and the addresses that failed. Loopback only.
 */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '../synthetic/random';
import { startBuilt } from './built-server';
import { hostileAddress } from './hostile-addresses';
import { loopbackOnly } from './readers';

const { values } = parseArgs({
  options: {
    at: { type: 'string', default: 'http://127.0.0.1:3000' },
    store: { type: 'string' },
    dataset: { type: 'string', default: 'russia-militancy' },
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const server =
  values.store === undefined ? null : await startBuilt(resolve(values.store), resolve(values.store, 'none'));
const origin = loopbackOnly(server?.at ?? values.at);

const AT_ONCE = 4;
const next = seeded(Number(values.seed));
const left = Array.from({ length: Number(values.count) }, () =>
  hostileAddress(values.dataset, next),
).values();
const counts = new Map<string, number>();
const failed: string[] = [];

async function ask(address: string): Promise<void> {
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(origin + address, { signal, redirect: 'manual' });
    await response.arrayBuffer();
    const isSafe =
      response.status < 500 &&
      response.headers.has('content-security-policy') &&
      response.headers.get('x-content-type-options') === 'nosniff';
    counts.set(String(response.status), (counts.get(String(response.status)) ?? 0) + 1);
    if (!isSafe) failed.push(`${response.status} ${address}`);
  } catch (error) {
    failed.push(`${error} ${address}`);
  }
}

async function work(): Promise<void> {
  for (const address of left) await ask(address);
}

const begun = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${values.count} addresses, seed ${values.seed}, ${seconds.toFixed(1)} s`,
  Object.fromEntries(counts),
);
for (const line of failed.slice(0, 50)) console.error(line.slice(0, 300));
process.exitCode = failed.length > 0 ? 1 : 0;
await server?.stop();
