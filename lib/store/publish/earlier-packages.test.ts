import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyPackage } from '../../../testing/packages/tiny-package';
import type { DatasetId } from '../../series/model';
import { revisionOf } from '../revision/revision-hash';
import { type EarlierPackage, earlierPackages } from './earlier-packages';

const ID = 'tiny' as DatasetId;
let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-earlier-'));
  await mkdir(join(dir, 'earlier'));
});
afterEach(() => rm(dir, { recursive: true }));

const zipOf = (files: Iterable<readonly [string, string]>) =>
  zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
const packageOf = (...rows: readonly string[]) =>
  zipOf(tinyPackage({ tables: { incidents: ['id,date,title', ...rows, ''].join('\n') } }));
const put = (name: string, bytes: Uint8Array) => writeFile(join(dir, 'earlier', name), bytes);

async function all(id = ID, folder = dir): Promise<readonly EarlierPackage[]> {
  const found: EarlierPackage[] = [];
  for await (const one of earlierPackages(id, folder)) found.push(one);
  return found;
}

describe('earlier packages', () => {
  it('come in the order of their names, each as the revision that it makes', async () => {
    await put('2024-02.zip', packageOf('a,2020,A', 'b,2021,B'));
    await put('2024-01.zip', packageOf('a,2020,A'));
    await put('notes.txt', strToU8('no package'));
    const found = await all();
    expect(found.map(({ kind, file }) => [kind, file])).toEqual([
      ['read', 'earlier/2024-01.zip'],
      ['read', 'earlier/2024-02.zip'],
    ]);
    const [first] = found;
    if (first?.kind !== 'read') throw new Error(first?.kind);
    expect(first.series.meta.id).toBe(ID);
    expect(first.series.incidents.map(({ id }) => id)).toEqual(['a']);
    expect(first.revision).toBe(revisionOf(first.series));
    expect(first.published).toBeNull();
  });

  it('are none where there is no folder', async () => {
    await rm(join(dir, 'earlier'), { recursive: true });
    expect(await all()).toEqual([]);
  });

  it('are held to the revision that the name of the file promises', async () => {
    await put('free.zip', packageOf('a,2020,A'));
    const [free] = await all();
    const revision = free?.kind === 'read' ? free.revision : '';
    await put(`1-${revision.slice(0, 12)}.zip`, packageOf('a,2020,A'));
    await put(`2-${revision}.zip`, packageOf('a,2020,Changed'));
    expect((await all()).map(({ kind }) => kind)).toEqual(['read', 'failed', 'read']);
    const reason = expect.stringContaining('not the one that its name promises');
    expect((await all())[1]?.problems).toMatchObject([
      { file: `earlier/2-${revision}.zip`, code: 'damaged-revision', reason },
    ]);
  });

  it.each([
    ['an archive that was cut short', packageOf('a,2020,A').slice(0, 60)],
    ['a text that calls itself an archive', strToU8('not a zip')],
    ['an archive of a table', zipOf([['events.csv', 'id,date\na,2020-01-01\n']])],
    ['a package of which no row can be used', packageOf('a,yesterday,A')],
  ])('say what is wrong with %s, by its file, and go on', async (_, bytes) => {
    await put('1.zip', bytes);
    await put('2.zip', packageOf('a,2020,A'));
    const [broken, good] = await all();
    expect(broken?.kind).toBe('failed');
    expect(broken?.problems.length).toBeGreaterThan(0);
    for (const problem of broken?.problems ?? []) expect(problem.file).toMatch(/^earlier\/1\.zip/);
    expect(good?.kind).toBe('read');
  });

  it('keep rows that can be used, with the problems of the others', async () => {
    await put('1.zip', packageOf('a,2020,A', 'b,never,B'));
    const [found] = await all();
    expect(found?.kind === 'read' && found.series.incidents).toHaveLength(1);
    expect(found?.problems).toMatchObject([{ file: 'earlier/1.zip/incidents.csv', row: 3, column: 'date' }]);
  });

  // The name under which its links went out.
  it('of the bundled series make exactly what was published', async () => {
    const folder = new URL('../../../data/russia-militancy', import.meta.url).pathname;
    const [found] = await all('russia-militancy' as DatasetId, folder);
    expect(found).toMatchObject({ kind: 'read', problems: [], counts: { read: 81, incidents: 81 } });
    expect(found).toMatchObject({ published: '2026-11-23' });
    expect(found?.kind === 'read' && found.revision).toBe(
      '2c837bbee63101312c7799c5ca105cca694d1b68f80cf137c5eb4decee47f110',
    );
  });
});
