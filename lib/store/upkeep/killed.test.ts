import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import { changeElsewhere } from '../../../testing/stores/change-elsewhere';
import { openStoredEngine } from '../../engine/stored/stored-engine';
import { EVERYTHING } from '../../query/info/everything';
import type { DatasetId } from '../../series/model';
import { isRevision, isTemporary, pendingFile, revisionDir } from '../log/layout';
import { settle } from '../log/recover';
import { current, publish, resolveRevision, revisions } from '../publish/publish';
import { readHead } from '../revision/read-revision';
import type { Step } from '../revision/write-revision';
import { collectGarbage } from './collect-garbage';
import { REMOVAL_STEPS } from './remove';
import { verifyDataset } from './verify';

const ID = 'tiny' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };

/** Steps of an import before the revision is written, and two of those that every publication has. */
const IMPORT_STEPS: readonly (Step | 'examined' | 'first rows')[] = [
  'examined',
  'first rows',
  'half-written',
  'renamed',
];

/** A store with one revision. */
async function newStore(): Promise<{ readonly store: string; readonly revision: string }> {
  const store = await mkdtemp(join(tmpdir(), 'annals-killed-'));
  const { revision } = await publish(store, ID, tinySeries('old'), [], BY);
  return { store, revision };
}

async function findings(store: string): Promise<readonly unknown[]> {
  const options = { deep: true, now: BY.now, signal: new AbortController().signal };
  return (await verifyDataset(store, ID, options)).findings;
}

const names = (store: string) => readdir(join(store, ID));

// Beside each other, for who comes after one that was killed waits until its lock is known to be left.
describe.concurrent('a process killed while it removes a revision', () => {
  it.each(REMOVAL_STEPS)('at "%s": the next opening takes the rest away', async (step) => {
    const { store, revision } = await newStore();
    const other = (await publish(store, ID, tinySeries('new'), [], BY)).revision;
    const { signal, output } = await changeElsewhere('remove', store, other, step);
    expect([signal, output]).toEqual(['SIGKILL', '']);
    expect((await current(store, ID))?.revision).toBe(revision);
    expect((await resolveRevision(store, ID, other)).kind).toBe('removed');
    await settle(store, ID);
    expect((await names(store)).filter((name) => name.startsWith(other))).toEqual([]);
    expect(await findings(store)).toEqual([]);
  });
});

describe.concurrent('a process killed while it imports a file', () => {
  it.each(IMPORT_STEPS)('at "%s": the store is whole, and takes it again', async (step) => {
    const { store } = await newStore();
    const file = join(store, 'events.csv');
    await writeFile(file, 'id,date,actor\na,2021-02-25,North\nb,2021-03-24,South\n');
    const { signal, output } = await changeElsewhere('import', store, file, step);
    expect([signal, output]).toEqual(['SIGKILL', '']);
    await settle(store, ID);
    expect(await findings(store)).toEqual([]);
    const isDone = step === 'renamed';
    expect(await revisions(store, ID)).toHaveLength(isDone ? 2 : 1);
    const again = await changeElsewhere('import', store, file);
    expect(JSON.parse(again.output)).toMatchObject({ created: !isDone });
    expect((await names(store)).filter(isRevision)).toHaveLength(2);
    const later = new Date(Date.now() + 2 * 3_600_000);
    await collectGarbage(store, ID, later);
    expect((await names(store)).filter(isTemporary)).toEqual([]);
  });
});

describe.concurrent('a process killed while it makes columns', () => {
  it.each(['building', 'in place'])(
    '%s: the next one makes its own, or uses them, and answers',
    async (step) => {
      const { store, revision } = await newStore();
      const { signal } = await changeElsewhere('columns', store, revision, step);
      expect(signal).toBe('SIGKILL');
      expect(await findings(store)).toEqual([]);
      const engine = await openStoredEngine(
        store,
        ID,
        revision,
        await readHead(revisionDir(store, ID, revision)),
      );
      expect((await engine.run({ kind: 'total', filter: EVERYTHING, bin: 'year' })).matched).toBe(3);
      await engine.close();
      await collectGarbage(store, ID, new Date(Date.now() + 2 * 3_600_000));
      expect((await names(store)).filter(isTemporary)).toEqual([]);
    },
  );
});

describe('a publication that is to be logged', () => {
  it('and of whose note a bit turns is never logged as something else', async () => {
    const { store } = await newStore();
    const stop = (step: string) => {
      if (step === 'renamed') throw new Error('stopped');
    };
    const written = publish(store, ID, tinySeries('new'), [], { ...BY, onStep: stop });
    await expect(written).rejects.toThrow('stopped');
    const file = pendingFile(store, ID);
    const bytes = await readFile(file);
    for (let bit = 0; bit < bytes.length * 8; bit += 97) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await writeFile(file, changed);
      await settle(store, ID);
      expect([bit, (await revisions(store, ID)).length]).toEqual([bit, 1]);
      expect(await findings(store)).toMatchObject([{ kind: 'damage' }]);
    }
    await writeFile(file, bytes);
    await settle(store, ID);
    expect(await revisions(store, ID)).toHaveLength(2);
    expect(await findings(store)).toEqual([]);
  });
});
