import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import { changeElsewhere, type Ended } from '../../../testing/stores/change-elsewhere';
import type { DatasetId, Series } from '../../series/model';
import { isRevision, revisionDir } from '../log/layout';
import { readRevision } from '../revision/read-revision';
import { revisionOf } from '../revision/revision-hash';
import { STEPS, type Step } from '../revision/write-revision';
import type { PublishedRevision } from './open-publication';
import { current, publish, revisions } from './publish';

const ID = 'tiny' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date() };

const newStore = () => mkdtemp(join(tmpdir(), 'annals-crash-'));

/** Publishes in a process of its own, which kills itself at `lethal`. */
async function publishElsewhere(store: string, series: Series, lethal: Step | '' = ''): Promise<Ended> {
  const file = join(await mkdtemp(join(tmpdir(), 'annals-series-')), 'series.json');
  await writeFile(file, JSON.stringify(series));
  return changeElsewhere('publish', store, file, lethal);
}

async function notesOf(store: string, revision: string): Promise<string | null | undefined> {
  const { incidents } = await readRevision(revisionDir(store, ID, revision));
  return incidents[0]?.notes;
}

// Beside each other, for who comes after one that was killed waits until its lock is known to be left.
describe.concurrent('a process killed while it publishes', () => {
  it.each(STEPS)('at "%s" leaves a store that reads and takes the same revision again', async (step) => {
    const store = await newStore();
    await publish(store, ID, tinySeries('old'), [], BY);
    const ended = await publishElsewhere(store, tinySeries('new'), step);
    expect([ended.signal, ended.output]).toEqual(['SIGKILL', '']);

    const left = await current(store, ID);
    const isDone = step === 'logged' || step === 'ended';
    expect(await notesOf(store, left!.revision)).toBe(isDone ? 'new' : 'old');
    for (const name of (await readdir(join(store, ID))).filter(isRevision)) {
      expect(['old', 'new']).toContain(await notesOf(store, name));
    }

    const { created } = await publish(store, ID, tinySeries('new'), [], BY);
    expect(created).toBe(step !== 'renamed' && !isDone);
    expect((await revisions(store, ID)).map(({ revision }) => revision)).toEqual([
      revisionOf(tinySeries('old')),
      revisionOf(tinySeries('new')),
    ]);
  });
});

describe('processes that publish at once', () => {
  it('the same revision write it once and agree', async () => {
    const store = await newStore();
    const ended = await Promise.all([1, 2].map(() => publishElsewhere(store, tinySeries())));
    const results = ended.map(({ output, complaint }) => {
      expect(complaint).toBe('');
      return JSON.parse(output) as PublishedRevision;
    });
    expect(new Set(results.map(({ revision }) => revision))).toEqual(new Set([revisionOf(tinySeries())]));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(await revisions(store, ID)).toHaveLength(1);
    expect(await readRevision(revisionDir(store, ID, revisionOf(tinySeries())))).toEqual(tinySeries());
  });

  it('different revisions keep both, and one of them is current', async () => {
    const store = await newStore();
    const ended = await Promise.all(['a', 'b'].map((notes) => publishElsewhere(store, tinySeries(notes))));
    expect(ended.map(({ complaint }) => complaint)).toEqual(['', '']);
    const log = await revisions(store, ID);
    expect(log).toHaveLength(2);
    expect((await Promise.all(log.map(({ revision }) => notesOf(store, revision)))).sort()).toEqual([
      'a',
      'b',
    ]);
    expect(await current(store, ID)).toEqual(log[1]);
  });
});
