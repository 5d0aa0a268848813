import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from '../../query/engine';
import type { DatasetId } from '../../series/model';
import { indexFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { codeOf, reasonOf, StoreError } from '../../store/log/store-error';
import type { RevisionHead } from '../../store/revision/read-revision';
import { exists, makeTemporary } from '../../store/upkeep/temporary-folder';
import type { Day } from '../../time/day';
import { buildIndex, type IndexAbout } from './build-index';
import { engineOver, SETTINGS } from './duckdb-engine';
import { storedRecords } from './stored-records';

const HASHED = Object.values(REVISION_FILES).filter((file) => file !== REVISION_FILES.problems);

/** The hashes of the files of a revision as one text: an index of other files is none of this revision. */
async function hashFiles(dir: string): Promise<string> {
  const hashes = HASHED.map(async (name) => {
    const [file, hash] = [join(dir, name), createHash('sha256')];
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash).catch((cause: unknown) => {
      const reason =
        codeOf(cause) === 'ENOENT' ? 'the file is missing' : `it cannot be read (${reasonOf(cause)})`;
      throw new StoreError(file, reason, cause);
    });
    return `${name} ${hash.digest('hex')}`;
  });
  return (await Promise.all(hashes)).join('\n');
}

async function readAbout(instance: DuckDBInstance): Promise<IndexAbout> {
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll('SELECT files, from_day, to_day FROM about');
    const [[files, from, to] = []] = reader.getRows();
    const extent = from === null ? null : { from: Number(from) as Day, to: Number(to) as Day };
    return { files: String(files), extent };
  } finally {
    connection.closeSync();
  }
}

interface OpenIndex {
  readonly instance: DuckDBInstance;
  readonly about: IndexAbout;
}

/** Opens an index for reading; null where there is none of these files that can be read. */
async function openIndex(file: string, files: string): Promise<OpenIndex | null> {
  if (!(await exists(file))) return null;
  let instance: DuckDBInstance | null = null;
  try {
    instance = await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' });
    const about = await readAbout(instance);
    if (about.files === files) return { instance, about };
  } catch {
    // What cannot be read is made anew.
  }
  instance?.closeSync();
  return null;
}

/** Builds an index beside its place and moves it in; readers of an older one keep what they have open. */
async function buildInPlace(
  file: string,
  dir: string,
  revision: string,
  head: RevisionHead,
  files: string,
): Promise<void> {
  const temporary = await makeTemporary(dirname(dir), Date.now());
  try {
    const fresh = join(temporary, 'index.duckdb');
    await buildIndex(fresh, dir, revision, head, files);
    await rename(fresh, file);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * An engine over a revision too large to be held in memory: it reads a database file beside the revision, which the first
 * opening makes and anybody may delete. Throws StoreError where the revision is damaged.
 */
export async function openIndexedEngine(
  store: string,
  id: DatasetId,
  revision: string,
  head: RevisionHead,
): Promise<Engine> {
  const [dir, file] = [revisionDir(store, id, revision), indexFile(store, id, revision)];
  const files = await hashFiles(dir);
  let index = await openIndex(file, files);
  if (!index) {
    await buildInPlace(file, dir, revision, head, files);
    index = await openIndex(file, files);
  }
  if (!index) throw new StoreError(file, 'the index cannot be opened');
  return engineOver(index.instance, storedRecords(head.rest, index.about.extent));
}
