import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { smallPackage } from '../../../testing/stores/small-package';
import type { PrepareRevision } from '../../engine/stored/prepare-apart';
import { importDataPackage } from '../../importers/datapackage/datapackage';
import type { DatasetId } from '../../series/model';
import { writePending } from '../../store/log/recover';
import { StoreError } from '../../store/log/store-error';
import { removeRevision } from '../../store/upkeep/remove';
import { diskStore as diskStoreOf, type StoreOptions } from './disk-store';
import { DamagedError } from './series-store';

const id = 'a' as DatasetId;
const files = smallPackage(id, 'one,2020-02-03,First\ntwo,2020-05,Second\nthree,never,Third\n');

let pristine: string;
let dir: string;
let revision: string;

beforeAll(async () => {
  pristine = await mkdtemp(join(tmpdir(), 'annals-pristine-'));
  const { series, problems } = importDataPackage(id, files);
  if (!series) throw new Error(JSON.stringify(problems));
  revision = await diskStoreOf(pristine).publish(series, problems);
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-store-'));
  await cp(pristine, dir, { recursive: true });
  return () => rm(dir, { recursive: true, force: true });
});
afterAll(() => rm(pristine, { recursive: true, force: true }));

async function damageOf(work: Promise<unknown>): Promise<{ file: string; reason: string }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DamagedError)) throw new Error(`no damage: ${String(error)}`);
  const [problem] = error.problems;
  return { file: problem?.file ?? '', reason: problem?.reason ?? '' };
}

test('a revision whose file is too large for columns is answered from an index, and the log says so', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { engine } = await diskStoreOf(dir, { mostFile: 1 }).open(id, revision);
  expect(engine.name).not.toBe('columnar');
  expect(warned.mock.calls).toEqual([
    [expect.stringMatching(new RegExp(`^${id}: its \\d+ bytes of incidents are more than the 1 bytes that`))],
  ]);
  await engine.close();
  warned.mockRestore();
});

describe.each([
  ['held in memory', {}],
  ['read from columns', { mostHeld: 0 }],
  ['read from an index', { mostInColumns: 0 }],
])('the store on disk, its revisions %s', (_, options) => {
  const diskStore = (store: string) => diskStoreOf(store, options);

  test('opens what was published, with its problems', async () => {
    const store = diskStore(dir);
    expect(await store.current(id)).toEqual({
      revision,
      published: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { engine, ...parts } = await store.open(id, revision);
    const isIndexed = 'mostInColumns' in options;
    expect(warned.mock.calls).toEqual(
      isIndexed ? [[expect.stringContaining(`${id}: its 2 incidents are more than the 0 that columns`)]] : [],
    );
    warned.mockRestore();
    expect(parts).toMatchObject({
      incidents: 2,
      guide: { meta: { title: 'Series a' } },
      problems: [{ file: 'incidents.csv', row: 4, column: 'date', value: 'never', code: 'bad-date' }],
    });
    const { incident } = await engine.run({ kind: 'incident', incident: 'two' as never });
    expect(incident?.date.edtf).toBe('2020-05');
    await engine.close();
  });

  test('finds a revision by its prefix', async () => {
    const store = diskStore(dir);
    expect(await store.resolve(id, revision.slice(0, 12))).toMatchObject({ kind: 'found', revision });
    expect(await store.resolve(id, '0'.repeat(12))).toEqual({ kind: 'unknown' });
  });

  test('tells of a revision that was removed, and of a dataset of which nothing is left', async () => {
    const now = new Date('2024-07-01T08:00:00Z');
    await removeRevision(dir, id, revision, { now, reason: 'Withdrawn.' });
    const store = diskStore(dir);
    expect(await store.resolve(id, revision.slice(0, 12))).toEqual({
      ...{ kind: 'removed', removed: '2024-07-01', reason: 'Withdrawn.' },
    });
    expect(await store.current(id)).toBeNull();
  });

  test('passes over a torn last line of the log', async () => {
    await appendFile(join(dir, 'a', 'revisions.jsonl'), '{"revision":"0');
    expect(await diskStore(dir).current(id)).toMatchObject({ revision });
  });

  test('names a log of which nothing can be read', async () => {
    await writeFile(join(dir, 'a', 'revisions.jsonl'), 'garbage\n');
    expect(await damageOf(diskStore(dir).current(id))).toEqual({
      file: 'a/revisions.jsonl',
      reason: 'no line of it can be read, though there are revisions',
    });
  });

  test.each(['manifest.json', 'incidents.parquet', 'actors.json', 'sources.json'])(
    'names %s where it is missing or cut short',
    async (name) => {
      const file = join(dir, 'a', revision, name);
      const { length } = await readFile(file);
      await truncate(file, Math.floor(length / 2));
      const damage = await damageOf(diskStore(dir).open(id, revision));
      expect(damage.file).toBe(`a/${revision}/${name}`);
      expect(damage.reason).not.toMatch(/\n|annals-store-/);
      await rm(file);
      expect((await damageOf(diskStore(dir).open(id, revision))).file).toBe(`a/${revision}/${name}`);
    },
  );

  test('names a revision that the log does not, and ends what was half done', async () => {
    const log = join(dir, 'a', 'revisions.jsonl');
    const more = new Map([...files, ['incidents.csv', 'id,date,title\none,2020-02-03,Other\n']]);
    const next = await diskStore(dir).publish(importDataPackage(id, more).series!, []);
    const [first = ''] = (await readFile(log, 'utf8')).split('\n');
    await writeFile(log, `${first}\n`);
    const [problem] = await diskStore(dir).unlogged(id);
    expect(problem).toMatchObject({ file: `a/${next}`, code: 'unlogged-revision' });
    // As if the process that lost the line had been killed before it wrote it.
    const { seal: _, ...line } = JSON.parse(first);
    const pending = { ...line, revision: next, parent: revision, time: '2024-06-24T12:00:00.000Z' };
    await writePending(dir, id, pending);
    await diskStore(dir).settle(id);
    expect(await readdir(join(dir, 'a'))).not.toContain('pending.json');
    expect(await diskStore(dir).unlogged(id)).toEqual([]);
    expect((await diskStore(dir).current(id))?.revision).toBe(next);
  });

  test('names a list of problems that is missing', async () => {
    await rm(join(dir, 'a', revision, 'problems.csv'));
    expect((await damageOf(diskStore(dir).open(id, revision))).file).toBe(`a/${revision}/problems.csv`);
  });

  test('does not trust a file that was changed and still reads well', async () => {
    const file = join(dir, 'a', revision, 'manifest.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Series a', 'Series b'));
    expect(await damageOf(diskStore(dir).open(id, revision))).toEqual({
      file: `a/${revision}/manifest.json`,
      reason: 'its bytes are not those that were written',
    });
  });

  test('is empty where there is no folder yet', async () => {
    const store = diskStore(join(dir, 'nowhere'));
    expect(await store.datasets()).toEqual([]);
    expect(await store.current(id)).toBeNull();
  });
});

describe('a large revision without columns', () => {
  const open = (options: StoreOptions) => diskStoreOf(dir, { mostHeld: 0, ...options }).open(id, revision);

  test('gets it from who was named for that, and is opened then', async () => {
    const asked: string[] = [];
    const prepare: PrepareRevision = async (...of) => {
      asked.push(of.join(' '));
      await (await open({})).engine.close();
    };
    const { engine, incidents } = await open({ prepare });
    expect([incidents > 0, asked]).toEqual([true, [`${dir} ${id} ${revision}`]]);
    await engine.close();
    await (await open({ prepare })).engine.close();
    expect(asked).toHaveLength(1);
  });

  test('is damaged where that finds it so', async () => {
    const prepare: PrepareRevision = () =>
      Promise.reject(new StoreError(join(dir, id, revision), 'its content has been changed'));
    expect((await damageOf(open({ prepare }))).reason).toBe('its content has been changed');
  });
});
