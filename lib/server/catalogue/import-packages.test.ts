import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyPackage } from '../../../testing/packages/tiny-package';
import type { DatasetId } from '../../series/model';
import { removeRevision } from '../../store/upkeep/remove';
import { diskStore } from './disk-store';
import { importPackages } from './import-packages';

const ID = 'tiny' as DatasetId;
let [data, store]: [string, string] = ['', ''];
beforeEach(async () => {
  [data, store] = [
    await mkdtemp(join(tmpdir(), 'annals-data-')),
    await mkdtemp(join(tmpdir(), 'annals-store-')),
  ];
});
afterEach(async () => {
  await Promise.all([data, store].map((dir) => rm(dir, { recursive: true, force: true })));
});

const filesOf = (...titles: readonly string[]) =>
  tinyPackage({
    tables: {
      incidents: `id,date,title\n${titles.map((title) => `${title.toLowerCase()},2020-01-01,${title}\n`).join('')}`,
    },
  });

async function putCurrent(...titles: readonly string[]): Promise<void> {
  await mkdir(join(data, ID, 'earlier'), { recursive: true });
  for (const [name, text] of filesOf(...titles)) await writeFile(join(data, ID, name), text);
}

async function putEarlier(name: string, ...titles: readonly string[]): Promise<void> {
  const files = Object.fromEntries([...filesOf(...titles)].map(([path, text]) => [path, strToU8(text)]));
  await writeFile(join(data, ID, 'earlier', name), zipSync(files));
}

let said: string[] = [];
/** A start of the app; the incidents of each publication that stands, oldest first. */
async function start(): Promise<readonly number[]> {
  said = [];
  const disk = diskStore(store);
  await importPackages(disk, data, (line) => said.push(line));
  return (await disk.history(ID)).map(({ incidents }) => incidents);
}
const log = () => readFile(join(store, ID, 'revisions.jsonl'), 'utf8');
const revisions = async () => (await diskStore(store).history(ID)).map(({ revision }) => revision);

describe('the import of packages at a start', () => {
  it('keeps the earlier ones before the current one, in the order of their names', async () => {
    await putCurrent('A', 'B', 'C');
    await putEarlier('2.zip', 'A', 'B');
    await putEarlier('1.zip', 'A');
    expect(await start()).toEqual([1, 2, 3]);
    expect((await diskStore(store).current(ID))?.revision).toBe((await revisions()).at(-1));
    expect(said).toHaveLength(3);
  });

  it('takes the day of a publication from the name of its package, never a day after the next', async () => {
    await putCurrent('A', 'B', 'C');
    await putEarlier('2020-02-03.zip', 'A');
    await putEarlier('9020-02-03.zip', 'A', 'B');
    await start();
    const days = (await diskStore(store).history(ID)).map(({ published }) => published);
    const today = days[2] ?? '';
    expect(days).toEqual(['2020-02-03', today, today]);
  });

  it('changes nothing when it is done again', async () => {
    await putCurrent('A', 'B');
    await putEarlier('1.zip', 'A');
    await start();
    const before = await log();
    expect(await start()).toEqual([1, 2]);
    expect(await log()).toBe(before);
    expect(said).toEqual([expect.stringMatching(/^tiny: 2 incidents; revision [0-9a-f]{12} unchanged$/)]);
  });

  it('puts an earlier package into a store that has only the current revision', async () => {
    await putCurrent('A', 'B');
    await start();
    await putEarlier('1.zip', 'A');
    expect(await start()).toEqual([1, 2]);
    const before = await log();
    await start();
    expect(await log()).toBe(before);
  });

  it('leaves an earlier revision where an older log has it', async () => {
    await putCurrent('A');
    await start();
    await putEarlier('1.zip', 'A');
    await putCurrent('A', 'B');
    expect(await start()).toEqual([1, 2]);
    expect((await log()).trim().split('\n')).toHaveLength(2);
  });

  it('does not bring back what was removed', async () => {
    await putCurrent('A', 'B');
    await putEarlier('1.zip', 'A');
    await start();
    const [old = ''] = await revisions();
    await removeRevision(store, ID, old, { now: new Date(), reason: 'Withdrawn.' });
    expect(await start()).toEqual([2]);
    expect(await diskStore(store).resolve(ID, old)).toMatchObject({ kind: 'removed', reason: 'Withdrawn.' });
  });

  it('brings back the files of an earlier revision that were lost', async () => {
    await putCurrent('A', 'B');
    await putEarlier('1.zip', 'A');
    await start();
    const [old = ''] = await revisions();
    await rm(join(store, ID, old), { recursive: true });
    const before = await log();
    expect(await start()).toEqual([1, 2]);
    expect((await diskStore(store).open(ID, old)).incidents).toBe(1);
    // One more line: the files are new, and these are their hashes. No publication was added.
    expect((await log()).slice(0, before.length)).toBe(before);
    expect((await log()).slice(before.length)).toMatch(new RegExp(`^{"checked":"${old}"[^\n]*\n$`));
  });

  it('says which earlier package is broken, and goes on', async () => {
    await putCurrent('A', 'B', 'C');
    await writeFile(join(data, ID, 'earlier', '1.zip'), 'not a zip');
    await putEarlier('2.zip', 'A');
    expect(await start()).toEqual([1, 3]);
    expect(said[0]).toMatch(/^tiny: earlier\/1\.zip cannot be used: .+ \[[a-z-]+\]$/);
  });

  it('shows the newest earlier one where the current package is broken', async () => {
    await putCurrent('A', 'B');
    await writeFile(join(data, ID, 'datapackage.json'), '{');
    await putEarlier('1.zip', 'A');
    expect(await start()).toEqual([1]);
  });
});
