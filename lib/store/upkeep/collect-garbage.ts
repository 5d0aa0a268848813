import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { cardFile, columnsFile, datasetDir, indexFile, logFile } from '../log/layout';
import { readWholeLog } from '../log/log';
import { withDataset } from '../log/recover';
import { leftovers } from './temporary-folder';

/** What was taken away, and how many bytes that was. */
export interface CollectedGarbage {
  readonly dataset: DatasetId;
  readonly paths: readonly string[];
  readonly bytes: number;
}

async function sizeOf(path: string): Promise<number> {
  const about = await stat(path).catch(() => null);
  if (about === null) return 0;
  if (!about.isDirectory()) return about.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Files beside revisions that nobody reads: indexes of other versions, and of revisions that are not in the log. */
async function unread(store: string, id: DatasetId): Promise<readonly string[]> {
  const { entries } = await readWholeLog(logFile(store, id));
  const read = new Set(
    entries.flatMap(({ revision }) =>
      [columnsFile, indexFile, cardFile].map((file) => file(store, id, revision)),
    ),
  );
  const names = await readdir(datasetDir(store, id));
  return names
    .filter((name) => /^[0-9a-f]{64}\.(?!tmp-)/.test(name) || name.endsWith('.new'))
    .map((name) => join(datasetDir(store, id), name))
    .filter((path) => !read.has(path));
}

/** Takes away what is of no use to anybody: what dead processes left, and what only older versions read. */
export async function collectGarbage(store: string, id: DatasetId, now: Date): Promise<CollectedGarbage> {
  return withDataset(store, id, async () => {
    const paths = [...(await leftovers(datasetDir(store, id), now.getTime())), ...(await unread(store, id))];
    const sizes = await Promise.all(paths.map(sizeOf));
    for (const path of paths) await rm(path, { recursive: true, force: true });
    return { dataset: id, paths, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  });
}
