import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Incident } from '../../series/model';
import { IncidentCoder } from '../../series/parts/coded-batch';
import { REVISION_FILES } from '../log/layout';
import { revisionOfHashes } from '../revision/revision-hash';
import { type StartThread, writeIncidents } from './write-incidents';
import { writerThread } from './writer-thread';

const PROGRAM = new URL('../../../bin/write-batches.mjs', import.meta.url);
const inThread: StartThread = (dir) =>
  writerThread(new Worker(PROGRAM, { workerData: { dir, hasColumns: true } }));
const { incidents: _, ...rest } = tinySeries();

/** The hash and the file of incidents that come in threes, all but the first few taken by a thread if there is one. */
async function written(incidents: readonly Incident[], start: StartThread | null) {
  const dir = await mkdtemp(join(tmpdir(), 'annals-thread-'));
  const writer = await writeIncidents(dir, start, 4);
  for (let at = 0; at < incidents.length; at += 3) await writer.add(incidents.slice(at, at + 3));
  const revision = revisionOfHashes(rest, await writer.hashes(rest, join(dir, 'columns')));
  await writer.finish(rest, revision);
  await writer.close();
  const file = await readFile(join(dir, REVISION_FILES.incidents));
  return { revision, file: file.toString('base64') };
}

describe('a thread', () => {
  it('writes and hashes as is done without one', async () => {
    const [series] = fc.sample(arbitrarySeries(400), { numRuns: 1, seed: 7 });
    const texts = ['\ud83d', '\u{1f4a5}\u0000\n\u2028', 'e\u0301 “x” \\n \\ud83d', '},{"id":"x"'];
    const nasty = texts.map((text, at) => {
      return { ...tinySeries(text).incidents[0]!, id: `nasty-${at}` as Incident['id'], title: text };
    });
    const all = [...nasty.slice(2), ...series!.incidents, ...nasty.slice(0, 2)];
    expect(all.length).toBeGreaterThan(20);
    expect(await written(all, inThread)).toEqual(await written(all, null));
  });

  it('holds up nobody while it is loaded, unless very much comes', async () => {
    const writer = writerThread(new Worker('setInterval(() => {}, 1000)', { eval: true }));
    const coder = new IncidentCoder();
    let taken = 0;
    const work = async () => {
      for (; taken < 200; taken++) await writer.take(coder.code(tinySeries().incidents));
    };
    const working = work();
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBe(80);
    await writer.close();
    await expect(working).rejects.toThrow('has ended');
  });

  it.each([
    ['is gone', 'process.exit(0)'],
    ['fails', 'setTimeout(() => { throw new Error("no memory") })'],
  ])('is an error where it %s, and never a wait', async (__, program) => {
    const broken: StartThread = () => writerThread(new Worker(program, { eval: true }));
    const dir = await mkdtemp(join(tmpdir(), 'annals-thread-'));
    const writer = await writeIncidents(dir, broken, 0);
    const work = async () => {
      for (let at = 0; at < 9; at++) await writer.add(tinySeries().incidents);
      await writer.hashes(rest, join(dir, 'columns'));
    };
    await expect(work()).rejects.toThrow(/has ended|no memory/);
    await writer.close();
  });
});
