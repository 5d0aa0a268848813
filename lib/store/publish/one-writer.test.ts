import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { DatasetId } from '../../series/model';
import { isRevision, revisionDir } from '../log/layout';
import { withLock } from '../log/lock';
import { settle } from '../log/recover';
import { readRevision } from '../revision/read-revision';
import { revisionOf } from '../revision/revision-hash';
import { removeDataset, removeRevision } from '../upkeep/remove';
import { verifyDataset } from '../upkeep/verify';
import { current, publish, revisions } from './publish';

const ID = 'tiny' as DatasetId;
const NOW = new Date('2024-06-24T12:00:00Z');
const BY = { source: 'test', importer: 'test/1', now: NOW };
const WHY = { now: NOW, reason: 'Withdrawn.' };

let store = '';
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-writers-'));
});

async function whole(): Promise<void> {
  const options = { deep: true, now: NOW, signal: new AbortController().signal };
  expect((await verifyDataset(store, ID, options)).findings).toEqual([]);
}

describe('many that change a dataset at once', () => {
  it('publish one after the other: each has the one before as its parent', async () => {
    const notes = Array.from({ length: 20 }, (_, at) => `note ${at}`);
    await Promise.all(notes.map((note) => publish(store, ID, tinySeries(note), [], BY)));
    const log = await revisions(store, ID);
    expect(new Set(log.map(({ revision }) => revision))).toEqual(
      new Set(notes.map((note) => revisionOf(tinySeries(note)))),
    );
    expect(log.map(({ parent }) => parent)).toEqual([
      null,
      ...log.slice(0, -1).map(({ revision }) => revision),
    ]);
    await whole();
  });

  it('publish and remove the same revision, and what is current has its files', async () => {
    const revision = revisionOf(tinySeries('x'));
    await publish(store, ID, tinySeries('base'), [], BY);
    for (let time = 0; time < 8; time++) {
      await publish(store, ID, tinySeries('x'), [], BY);
      await Promise.allSettled([
        publish(store, ID, tinySeries('x'), [], BY),
        removeRevision(store, ID, revision, WHY),
        publish(store, ID, tinySeries('x'), [], BY),
      ]);
      const now = await current(store, ID);
      expect((await readRevision(revisionDir(store, ID, now!.revision))).incidents).toHaveLength(3);
      await whole();
    }
  });

  it('remove a dataset while it is published', async () => {
    await publish(store, ID, tinySeries('a'), [], BY);
    await Promise.allSettled([
      removeDataset(store, ID, WHY),
      publish(store, ID, tinySeries('b'), [], BY),
      publish(store, ID, tinySeries('c'), [], BY),
    ]);
    const folders = (await readdir(join(store, ID))).filter(isRevision).sort();
    expect(folders).toEqual(
      [...new Set((await revisions(store, ID)).map(({ revision }) => revision))].sort(),
    );
    await whole();
  });

  it('wait for each other', async () => {
    const order: string[] = [];
    const work = (name: string) =>
      withLock(store, ID, async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} ends`);
      });
    await Promise.all(['a', 'b', 'c'].map(work));
    for (let at = 0; at < order.length; at += 2) {
      expect(order[at + 1]).toBe(order[at]!.replace('begins', 'ends'));
    }
  });

  it('get the lock when the one before them fails', async () => {
    await expect(withLock(store, ID, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await withLock(store, ID, () => Promise.resolve(7))).toBe(7);
  });
});

describe('what was left half done', () => {
  it('is a publication whose line was not written: it is ended, once', async () => {
    await publish(store, ID, tinySeries('old'), [], BY);
    const stop = (step: string) => {
      if (step === 'renamed') throw new Error('stopped');
    };
    await expect(publish(store, ID, tinySeries('new'), [], { ...BY, onStep: stop })).rejects.toThrow(
      'stopped',
    );
    expect((await current(store, ID))?.revision).toBe(revisionOf(tinySeries('old')));
    await settle(store, ID);
    await settle(store, ID);
    expect((await revisions(store, ID)).map(({ revision }) => revision)).toEqual(
      ['old', 'new'].map((note) => revisionOf(tinySeries(note))),
    );
    await whole();
  });

  it('is a publication that did not come into its place: it is forgotten', async () => {
    await publish(store, ID, tinySeries('old'), [], BY);
    const stop = (step: string) => {
      if (step === 'promised') throw new Error('stopped');
    };
    await expect(publish(store, ID, tinySeries('new'), [], { ...BY, onStep: stop })).rejects.toThrow(
      'stopped',
    );
    await settle(store, ID);
    expect(await revisions(store, ID)).toHaveLength(1);
    await whole();
  });

  it('is a removal: its files go, with all that was made of them', async () => {
    const { revision } = await publish(store, ID, tinySeries('a'), [], BY);
    await publish(store, ID, tinySeries('b'), [], BY);
    await writeFile(`${revisionDir(store, ID, revision)}.index-1.duckdb`, 'x');
    const onStep = (step: string) => {
      if (step === 'logged') throw new Error('stopped');
    };
    await expect(removeRevision(store, ID, revision, { ...WHY, onStep })).rejects.toThrow('stopped');
    await settle(store, ID);
    expect((await readdir(join(store, ID))).filter((name) => name.startsWith(revision))).toEqual([]);
    await whole();
  });

  it('says nothing where a reader looks meanwhile', async () => {
    const { revision } = await publish(store, ID, tinySeries('a'), [], BY);
    const log = await readFile(join(store, ID, 'revisions.jsonl'), 'utf8');
    expect(log.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(log)).toMatchObject({ revision, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
