import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { DatasetId } from '../../series/model';
import { appendToLog } from '../log/log';
import { StoreError } from '../log/store-error';
import { SUMS_FILE } from '../revision/checksums';
import { revisionOf } from '../revision/revision-hash';
import { current, listDatasets, publish, resolveRevision, revisions } from './publish';

const ID = 'tiny' as DatasetId;
const BY = { source: 'tiny.zip', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const PROBLEM = { file: 'x', row: 1, column: null, value: null, code: 'c', reason: 'r' };

let store = '';
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-store-'));
});

describe('publishing', () => {
  it('makes a revision current and logs what it holds', async () => {
    const { revision, created } = await publish(store, ID, tinySeries(), [PROBLEM], BY);
    expect([revision, created]).toEqual([revisionOf(tinySeries()), true]);
    expect(await current(store, ID)).toEqual({
      ...{ revision, parent: null, time: '2024-06-24T12:00:00.000Z', source: 'tiny.zip', importer: 'test/1' },
      counts: {
        ...{ incidents: 3, links: 6, actors: 2, sources: 1, problems: 1 },
        ...{ read: null, skipped: null, cells: null, warnings: null },
      },
      sums: createHash('sha256')
        .update(await readFile(join(store, ID, revision, SUMS_FILE)))
        .digest('hex'),
    });
  });

  it('of the same content again writes nothing', async () => {
    await publish(store, ID, tinySeries(), [], BY);
    expect(await publish(store, ID, tinySeries(), [], BY)).toMatchObject({ created: false });
    expect(await revisions(store, ID)).toHaveLength(1);
  });

  it('of an old revision goes back to it by a line of its own', async () => {
    const first = await publish(store, ID, tinySeries('a'), [], BY);
    const second = await publish(store, ID, tinySeries('b'), [], BY);
    expect(await publish(store, ID, tinySeries('a'), [], BY)).toEqual({ ...first, created: false });
    const log = await revisions(store, ID);
    expect(log.map(({ revision }) => revision)).toEqual([first.revision, second.revision, first.revision]);
    expect(log.map(({ parent }) => parent)).toEqual([null, first.revision, second.revision]);
  });

  it('of an earlier revision puts it before all others, once, and leaves the current one', async () => {
    const later = { ...BY, now: new Date('2025-01-01T00:00:00Z'), earlier: true };
    const now = await publish(store, ID, tinySeries('now'), [], BY);
    const first = await publish(store, ID, tinySeries('first'), [], later);
    const second = await publish(store, ID, tinySeries('second'), [], later);
    await publish(store, ID, tinySeries('first'), [], later);
    await publish(store, ID, tinySeries('now'), [], later);
    const log = await revisions(store, ID);
    const names = [first, second, now].map(({ revision }) => revision);
    expect(log.map(({ revision }) => revision)).toEqual(names);
    expect(log.map(({ parent }) => parent)).toEqual([null, first.revision, null]);
    // It came later, and its time does not say so: a history runs one way.
    expect(new Set(log.map(({ time }) => time))).toEqual(new Set(['2024-06-24T12:00:00.000Z']));
    expect((await current(store, ID))?.revision).toBe(now.revision);
  });

  it('of an earlier revision alone makes that the current one', async () => {
    const { revision } = await publish(store, ID, tinySeries(), [], { ...BY, earlier: true });
    expect(await current(store, ID)).toMatchObject({ revision, parent: null });
    const { revision: next } = await publish(store, ID, tinySeries('next'), [], BY);
    expect(await current(store, ID)).toMatchObject({ revision: next, parent: revision });
  });

  it('refuses a name that no dataset can have', async () => {
    const publishing = publish(store, '../x' as DatasetId, tinySeries(), [], BY);
    await expect(publishing).rejects.toThrow(StoreError);
  });

  it('sweeps what nobody wrote to for an hour, and nothing else', async () => {
    const [old, fresh, alive] = ['.tmp-4711-aa', '.tmp-bb', '.tmp-cc'];
    const [before, soon] = [new Date(BY.now.getTime() - 3_700_000), new Date(BY.now.getTime() - 60_000)];
    for (const [name, file] of [
      [old, before],
      [fresh, soon],
      [alive, soon],
    ] as const) {
      const dir = join(store, ID, name);
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, 'manifest.json'), '{');
      await utimes(join(dir, 'manifest.json'), file, file);
      // A long import makes no new file for hours, and writes to the ones that it has.
      await utimes(dir, name === fresh ? soon : before, name === fresh ? soon : before);
    }
    await publish(store, ID, tinySeries(), [], BY);
    const left = (await readdir(join(store, ID))).filter((name) => name.startsWith('.tmp'));
    expect(left.sort()).toEqual([alive, fresh].sort());
  });
});

describe('a prefix of a revision', () => {
  const none = { read: null, skipped: null, cells: null, warnings: null };
  const counts = { incidents: 0, links: 0, actors: 0, sources: 0, problems: 0, ...none };
  const [a, b] = ['abcd'.padEnd(64, '0'), 'abef'.padEnd(64, '0')];

  beforeEach(async () => {
    await mkdir(join(store, ID));
    const common = { parent: null, time: '2024-06-24T12:00:00.000Z', source: 's', importer: 'i', counts };
    for (const revision of [a, b, a]) {
      await appendToLog(join(store, ID, 'revisions.jsonl'), { revision, ...common });
    }
  });

  it.each([
    ['abc', { kind: 'found', revision: a }],
    [a, { kind: 'found', revision: a }],
    ['ab', { kind: 'ambiguous', revisions: [a, b] }],
    ['abd', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
    [`${a}0`, { kind: 'unknown' }],
  ])('"%s" stands for %o', async (prefix, meaning) => {
    expect(await resolveRevision(store, ID, prefix)).toEqual(meaning);
  });
});

describe('the list of datasets', () => {
  it('is empty without a store', async () => {
    expect(await listDatasets(join(store, 'nowhere'))).toEqual([]);
  });

  it('names those with a current revision, by id', async () => {
    for (const id of ['b', 'a'] as DatasetId[]) await publish(store, id, tinySeries(), [], BY);
    await mkdir(join(store, 'empty'));
    await writeFile(join(store, 'notes.txt'), 'x');
    expect(await listDatasets(store)).toEqual(['a', 'b']);
  });
});
