import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainSeries } from '../../../testing/stores/plain-series';
import type { DatasetId } from '../../series/model';
import { cardFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { StoreError } from '../../store/log/store-error';
import { publish } from '../../store/publish/publish';
import { prepareApart } from './prepare-apart';

const ID = 'plain' as DatasetId;
const BIN = new URL('../../../bin', import.meta.url).pathname;
let store = '';
let revision = '';

beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-prepare-'));
  const by = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
  revision = (await publish(store, ID, plainSeries(ID, 30), [], by)).revision;
});
afterAll(() => rm(store, { recursive: true }));

describe('a revision that is prepared by a process of its own', () => {
  it('has its card, made once for all who ask at the same time', async () => {
    const prepare = prepareApart(BIN);
    const asked = [prepare(store, ID, revision), prepare(store, ID, revision)];
    expect(asked[0]).toBe(asked[1]);
    await Promise.all(asked);
    const [, card] = (await readFile(cardFile(store, ID, revision), 'utf8')).split('\n');
    expect(JSON.parse(card ?? '')).toMatchObject({ id: ID, incidents: 30, outOfScope: 0 });
  });

  it('is damaged as it would be in this process, by file', async () => {
    const file = join(revisionDir(store, ID, revision), REVISION_FILES.actors);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text} `);
    const error = await prepareApart(BIN)(store, ID, revision).catch((cause: unknown) => cause);
    await writeFile(file, text);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ file, reason: 'its bytes are not those that were written' });
  });

  it('is given up where whoever asked is no more', async () => {
    const child = spawn(process.execPath, [join(BIN, 'prepare-revision.mjs'), store, ID, revision]);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([4, null]);
  });

  it('is an error, and never a wait, where the process cannot begin', async () => {
    await expect(prepareApart('/nowhere')(store, ID, revision)).rejects.toThrow('could not be prepared');
  });
});
