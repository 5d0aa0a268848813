import { access, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { DatasetId } from '../../series/model';
import { columnsFile, indexFile, isRevision, revisionDir } from '../log/layout';
import { StoreError } from '../log/store-error';
import { current, listDatasets, publish, resolveRevision, revisions } from '../publish/publish';
import { readRevision } from '../revision/read-revision';
import { REMOVAL_STEPS, removeDataset, removeRevision } from './remove';

const ID = 'tiny' as DatasetId;
const BY = { source: 'tiny.zip', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const WHY = { now: new Date('2024-07-01T08:00:00Z'), reason: 'Withdrawn.' };
const GONE = { kind: 'removed', time: '2024-07-01T08:00:00.000Z', reason: 'Withdrawn.' };

let store = '';
let [a, b] = ['', ''];
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-store-'));
  a = (await publish(store, ID, tinySeries('a'), [], BY)).revision;
  b = (await publish(store, ID, tinySeries('b'), [], BY)).revision;
});

async function folders(): Promise<readonly string[]> {
  return (await readdir(join(store, ID))).filter((name) => name !== 'revisions.jsonl').sort();
}

async function currentNotes(): Promise<string | null | undefined> {
  const { revision } = (await current(store, ID))!;
  return (await readRevision(revisionDir(store, ID, revision))).incidents[0]?.notes;
}

describe('removing a revision', () => {
  it('leaves a tombstone in its place, and the one before it current', async () => {
    await removeRevision(store, ID, b, WHY);
    expect(await resolveRevision(store, ID, b.slice(0, 12))).toEqual({ ...GONE, revision: b });
    expect(await resolveRevision(store, ID, a.slice(0, 12))).toEqual({ kind: 'found', revision: a });
    expect(await folders()).toEqual([a]);
    expect(await currentNotes()).toBe('a');
  });

  it('of an old one leaves the current one alone', async () => {
    await removeRevision(store, ID, a, WHY);
    expect([await currentNotes(), (await revisions(store, ID)).length]).toEqual(['b', 1]);
  });

  it('that stands in the log twice takes away both', async () => {
    await publish(store, ID, tinySeries('a'), [], BY);
    await removeRevision(store, ID, a, WHY);
    expect((await revisions(store, ID)).map(({ revision }) => revision)).toEqual([b]);
  });

  it('can be undone by an import of the same content', async () => {
    await removeRevision(store, ID, b, WHY);
    expect(await publish(store, ID, tinySeries('b'), [], BY)).toEqual({ revision: b, created: true });
    expect(await resolveRevision(store, ID, b)).toEqual({ kind: 'found', revision: b });
    expect(await currentNotes()).toBe('b');
  });

  it('takes the columns and the index beside it away, too', async () => {
    const beside = [columnsFile(store, ID, b), indexFile(store, ID, b)];
    for (const file of beside) await writeFile(file, 'x');
    await removeRevision(store, ID, b, WHY);
    for (const file of beside) await expect(access(file)).rejects.toThrow();
  });

  it.each(['0'.repeat(64), '', '../a'])('refuses "%s", which the log does not name', async (revision) => {
    await expect(removeRevision(store, ID, revision, WHY)).rejects.toThrow(StoreError);
    expect(await folders()).toEqual([a, b].sort());
  });

  it.each(REMOVAL_STEPS)('stopped at "%s" leaves a store that reads, and can be ended', async (lethal) => {
    const onStep = (step: string) => {
      if (step === lethal) throw new Error('stopped');
    };
    await expect(removeRevision(store, ID, b, { ...WHY, onStep })).rejects.toThrow('stopped');
    expect([await currentNotes(), await listDatasets(store)]).toEqual(['a', [ID]]);
    expect(await resolveRevision(store, ID, b)).toMatchObject(GONE);
    await removeRevision(store, ID, b, WHY);
    expect((await folders()).filter(isRevision)).toEqual([a]);
    expect(await publish(store, ID, tinySeries('b'), [], BY)).toMatchObject({ created: true });
    expect(await currentNotes()).toBe('b');
  });
});

describe('removing a dataset', () => {
  it('takes it off the list and keeps what to tell those who ask', async () => {
    await removeDataset(store, ID, WHY);
    expect([await listDatasets(store), await current(store, ID), await folders()]).toEqual([[], null, []]);
    for (const revision of [a, b]) expect(await resolveRevision(store, ID, revision)).toMatchObject(GONE);
  });

  it('can be undone by an import, which begins anew', async () => {
    await removeDataset(store, ID, WHY);
    await publish(store, ID, tinySeries('b'), [], BY);
    expect(await current(store, ID)).toMatchObject({ revision: b, parent: null });
    expect(await resolveRevision(store, ID, a)).toMatchObject(GONE);
  });

  it('goes from the oldest, so that a stop leaves the current one', async () => {
    let deleted = 0;
    const onStep = (step: string) => {
      if (step === 'deleted' && ++deleted === 1) throw new Error('stopped');
    };
    await expect(removeDataset(store, ID, { ...WHY, onStep })).rejects.toThrow('stopped');
    expect(await currentNotes()).toBe('b');
    await removeDataset(store, ID, WHY);
    expect(await folders()).toEqual([]);
  });

  it('is refused where there is none', async () => {
    await expect(removeDataset(store, 'none' as DatasetId, WHY)).rejects.toThrow(StoreError);
  });
});
