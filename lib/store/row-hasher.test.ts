import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../engine/conformance/arbitrary-series';
import type { Incident } from '../series/model';
import { hashThread } from './hash-thread';
import { revisionHasher, revisionOf } from './revision-hash';
import { rowHasher } from './row-hasher';
import { storedIncident } from './stored-incident';
import { tinySeries } from './tiny-series';

const PROGRAM = new URL('../../bin/hash-thread.mjs', import.meta.url);
const start = () => hashThread(new Worker(PROGRAM));
const { incidents: _, ...rest } = tinySeries();

/** The revision of incidents that are hashed in batches of three, all but the first few in a thread. */
async function revisionInThread(incidents: readonly Incident[]): Promise<string> {
  const hasher = revisionHasher();
  const rows = rowHasher(hasher, start, 4);
  for (let at = 0; at < incidents.length; at += 3) {
    await rows.add(incidents.slice(at, at + 3).map(storedIncident));
  }
  await rows.finish();
  return hasher.finish(rest);
}

describe('hashing in a thread', () => {
  it('gives the revision that hashing here gives', async () => {
    const [incidents] = fc.sample(arbitrarySeries(400), { numRuns: 1, seed: 7 }).map((one) => one.incidents);
    const nasty = ['\ud83d', '\u{1f4a5}\u0000\n\u2028', 'e\u0301 “x” \\n \\ud83d'].map((text, at) => {
      return { ...tinySeries(text).incidents[0]!, id: `nasty-${at}` as Incident['id'], title: text };
    });
    const all = [...nasty, ...incidents!, ...nasty.toReversed()];
    const stored = all.map((one) => storedIncident(one).incident);
    expect(all.length).toBeGreaterThan(20);
    expect(await revisionInThread(all)).toBe(revisionOf({ ...rest, incidents: stored }));
  });

  it.each([
    ['is gone', 'process.exit(0)'],
    ['fails', 'setTimeout(() => { throw new Error("no memory") })'],
  ])('is an error where the thread %s, and never a wait', async (__, program) => {
    const rows = rowHasher(revisionHasher(), () => hashThread(new Worker(program, { eval: true })), 0);
    const batch = tinySeries().incidents.map(storedIncident);
    const work = async () => {
      for (let at = 0; at < 9; at++) await rows.add(batch);
      await rows.finish();
    };
    await expect(work()).rejects.toThrow(/has ended|no memory/);
    await rows.close();
  });
});
