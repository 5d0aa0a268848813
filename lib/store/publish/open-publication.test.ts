import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident, Series } from '../../series/model';
import { REVISION_FILES, revisionDir } from '../log/layout';
import { StoreError } from '../log/store-error';
import { SUMS_FILE } from '../revision/checksums';
import { readRevision } from '../revision/read-revision';
import { revisionOf } from '../revision/revision-hash';
import { openPublication } from './open-publication';
import { current, publish, revisions } from './publish';

const ID = 'tiny' as DatasetId;
const BY = { source: 'tiny.csv', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const COUNTS = { read: 9, incidents: 3, problems: 4, skipped: 2, cells: 5, warnings: 1 };
const problem = (row: number): Problem => {
  return { file: 'x', row, column: null, value: 'a,b', code: 'c', reason: 'r' };
};

let store = '';
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-store-'));
});

/** Publishes incidents in batches of a size, and gives the revision. */
async function inBatches({ incidents, ...rest }: Series, size: number, to = store): Promise<string> {
  const writer = await openPublication(to, ID, BY);
  for (let at = 0; at < incidents.length; at += size) await writer.incidents(incidents.slice(at, at + size));
  return (await writer.finish(rest, COUNTS)).revision;
}

async function leftovers(): Promise<readonly string[]> {
  return (await readdir(join(store, ID))).filter((name) => name.startsWith('.tmp'));
}

describe('a series written in batches', () => {
  it('has the revision and the bytes of the same series written at once, in any order', async () => {
    const property = fc.asyncProperty(
      arbitrarySeries(20),
      fc.integer({ min: 1, max: 7 }),
      async (series, size) => {
        const [a, b] = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), 'annals-store-'))));
        const { revision } = await publish(a!, ID, series, [], BY);
        const turned = { ...series, incidents: series.incidents.toReversed() };
        expect(await inBatches(turned, size, b!)).toBe(revision);
        expect(revision).toBe(revisionOf(series));
        const bytes = (at: string) => readFile(join(revisionDir(at, ID, revision), REVISION_FILES.incidents));
        expect((await bytes(a!)).equals(await bytes(b!))).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 12, seed: 20240624 });
  });

  it('logs what was counted, and keeps problems in the order they came', async () => {
    const { incidents, ...rest } = tinySeries();
    const writer = await openPublication(store, ID, BY);
    await writer.problems([problem(7)]);
    await writer.incidents(incidents);
    await writer.problems([problem(9), problem(2)]);
    const { revision } = await writer.finish(rest, COUNTS);
    expect((await current(store, ID))?.counts).toEqual({
      ...{ incidents: 3, links: 6, actors: 2, sources: 1 },
      ...{ read: 9, problems: 4, skipped: 2, cells: 5, warnings: 1 },
    });
    const dir = revisionDir(store, ID, revision);
    expect(await readFile(join(dir, REVISION_FILES.problems), 'utf8')).toBe(
      'file,row,column,value,code,reason\nx,7,,"a,b",c,r\nx,9,,"a,b",c,r\nx,2,,"a,b",c,r\n',
    );
    expect((await readdir(dir)).sort()).toEqual([SUMS_FILE, ...Object.values(REVISION_FILES)].sort());
  });

  it('may hold no incident at all', async () => {
    const empty: Series = { ...tinySeries(), incidents: [] };
    const revision = await inBatches(empty, 1);
    expect(await readRevision(revisionDir(store, ID, revision))).toEqual(empty);
  });

  it('leaves nothing behind when it is given up', async () => {
    const writer = await openPublication(store, ID, BY);
    await writer.incidents(tinySeries().incidents);
    expect(await leftovers()).toHaveLength(1);
    await writer.abort();
    await writer.abort();
    expect([await leftovers(), await revisions(store, ID)]).toEqual([[], []]);
  });

  it('leaves nothing behind when a step fails, and says what went wrong', async () => {
    const onStep = (step: string) => {
      if (step === 'half-written') throw new Error('the disk is full');
    };
    const { incidents, ...rest } = tinySeries();
    const writer = await openPublication(store, ID, { ...BY, onStep });
    await writer.incidents(incidents);
    const error = await writer.finish(rest, COUNTS).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(StoreError);
    expect((error as StoreError).reason).toContain('the disk is full');
    expect([await leftovers(), await revisions(store, ID)]).toEqual([[], []]);
  });

  it.each<[string, string]>([
    ['half of a surrogate pair is kept as U+FFFD', 'a\ud83db'],
    ['a character outside the basic plane is kept', 'a\u{1f4a5}b'],
    ['a nul and a line break are kept', 'a\u0000\nb'],
    ['a text longer than DuckDB reads by itself is kept', 'long '.repeat(2_000_000)],
  ])('%s', async (_, notes) => {
    const series = tinySeries(notes);
    const revision = await inBatches(series, 1);
    const read = await readRevision(revisionDir(store, ID, revision));
    const [first] = read.incidents as readonly Incident[];
    expect(first?.notes).toBe(new TextDecoder().decode(new TextEncoder().encode(notes)));
    expect(revisionOf(read)).toBe(revision);
  });
});
