import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyPackage } from '../../../testing/packages/tiny-package';
import type { DatasetId } from '../../series/model';
import { importDataPackage } from './datapackage';
import { PackageFolderError, readPackageFolder } from './read-folder';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'annals-folder-'));
  folder = join(root, 'package');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

const describePaths = (...paths: string[]) =>
  writeFile(join(folder, 'datapackage.json'), JSON.stringify({ resources: paths.map((path) => ({ path })) }));
const faultOf = async (read: Promise<unknown>) => {
  const error = await read.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof PackageFolderError ? error.problem : error;
};

describe('readPackageFolder', () => {
  it('reads the descriptor and the files it names, and no others', async () => {
    await describePaths('a.csv', 'tables/b.csv', 'missing.csv');
    await mkdir(join(folder, 'tables'));
    await writeFile(join(folder, 'a.csv'), 'a\n');
    await writeFile(join(folder, 'tables', 'b.csv'), 'b\n');
    await writeFile(join(folder, 'secret.csv'), 's\n');
    const files = await readPackageFolder(folder);
    expect([...files.keys()]).toEqual(['datapackage.json', 'a.csv', 'tables/b.csv']);
    expect(files.get('tables/b.csv')).toBe('b\n');
  });

  it('refuses a path, absolute or relative, and a link that lead outside', async () => {
    await writeFile(join(root, 'outside.csv'), 'o\n');
    await symlink(join(root, 'outside.csv'), join(folder, 'link.csv'));
    for (const path of ['../outside.csv', join(root, 'outside.csv'), 'link.csv']) {
      await describePaths(path);
      expect(await faultOf(readPackageFolder(folder))).toMatchObject({ code: 'outside-folder', value: path });
    }
  });

  it('refuses a file above the limit', async () => {
    await describePaths('a.csv');
    await writeFile(join(folder, 'a.csv'), 'x'.repeat(2000));
    expect(await faultOf(readPackageFolder(folder, 1999))).toMatchObject({
      code: 'too-large',
      file: 'a.csv',
    });
    expect((await readPackageFolder(folder, 2000)).get('a.csv')).toHaveLength(2000);
  });

  it('lets the importer point at the cell whose bytes are not UTF-8', async () => {
    const files = tinyPackage({ tables: { incidents: 'id,date,title\n' } });
    await writeFile(join(folder, 'datapackage.json'), files.get('datapackage.json') ?? '');
    const latin1 = Buffer.from('id,date,title\na,2020,plain\nb,2020,café\n', 'latin1');
    await writeFile(join(folder, 'incidents.csv'), latin1);
    const { series, problems } = importDataPackage('x' as DatasetId, await readPackageFolder(folder));
    expect(problems).toMatchObject([{ code: 'bad-encoding', row: 3, column: 'title' }]);
    expect(series?.incidents.map(({ id }) => id)).toEqual(['a']);
  });

  it('gives what there is of a folder without a readable descriptor', async () => {
    expect(await readPackageFolder(folder)).toEqual(new Map());
    await writeFile(join(folder, 'datapackage.json'), '{');
    expect(await readPackageFolder(folder)).toEqual(new Map([['datapackage.json', '{']]));
  });
});
