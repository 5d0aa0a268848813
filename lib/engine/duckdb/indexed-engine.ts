import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Engine, EngineError } from '../../query/engine';
import type { DatasetId } from '../../series/model';
import { indexFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { codeOf, reasonOf, StoreError } from '../../store/log/store-error';
import type { RevisionHead } from '../../store/revision/read-revision';
import { exists, makeTemporary } from '../../store/upkeep/temporary-folder';
import type { Day } from '../../time/day';
import type { PrepareRevision } from '../stored/prepare-apart';
import { rebuiltOnce } from '../stored/rebuilt-once';
import { buildIndex, type IndexAbout } from './build-index';
import { engineOver, SETTINGS } from './duckdb-engine';
import { storedRecords } from './stored-records';
import { tablesFingerprint } from './tables-fingerprint';

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
    const reader = await connection.runAndReadAll('SELECT files, made_by, from_day, to_day FROM about');
    const [[files, madeBy, from, to] = []] = reader.getRows();
    const extent = from === null ? null : { from: Number(from) as Day, to: Number(to) as Day };
    return { files: String(files), madeBy: String(madeBy), extent };
  } finally {
    connection.closeSync();
  }
}

interface OpenIndex {
  readonly instance: DuckDBInstance;
  readonly about: IndexAbout;
}

/** What an index must say of itself to be used. */
type Wanted = Pick<IndexAbout, 'files' | 'madeBy'>;

/** Opens an index for reading; null where there is none, or `say` is told why it is of no use. */
async function openIndex(
  file: string,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<OpenIndex | null> {
  if (!(await exists(file))) return null;
  let instance: DuckDBInstance | null = null;
  try {
    instance = await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' });
    const about = await readAbout(instance);
    if (about.files === wanted.files && about.madeBy === wanted.madeBy) return { instance, about };
    say(about.files === wanted.files ? 'was made by other code' : 'was made of other files');
  } catch (cause) {
    say(`cannot be read (${reasonOf(cause).split('\n')[0]})`);
  }
  instance?.closeSync();
  return null;
}

/** What is opened: a revision of a dataset in a store, and what is known of it. */
interface Place {
  readonly store: string;
  readonly id: DatasetId;
  readonly revision: string;
  readonly head: RevisionHead;
}

/** Builds an index beside its place and moves it in; readers of an older one keep what they have open. */
async function buildInPlace({ store, id, revision, head }: Place, wanted: Wanted): Promise<void> {
  const dir = revisionDir(store, id, revision);
  const temporary = await makeTemporary(dirname(dir), Date.now(), revision);
  try {
    const fresh = join(temporary, 'index.duckdb');
    await buildIndex(fresh, dir, revision, head, wanted);
    await rename(fresh, indexFile(store, id, revision));
    // A revision that was removed meanwhile leaves nothing of itself.
    if (!(await exists(dir))) await rm(indexFile(store, id, revision), { force: true });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Opens the index of a revision, made now where there is none that can be used: by `prepare`, else by this process. */
async function openOrBuild(place: Place, prepare: PrepareRevision | undefined): Promise<Engine> {
  const { store, id, revision, head } = place;
  const file = indexFile(store, id, revision);
  const wanted = { files: await hashFiles(revisionDir(store, id, revision)), madeBy: tablesFingerprint() };
  const say = (why: string) => console.warn(`${file} ${why}; it is made anew`);
  let index = await openIndex(file, wanted, say);
  if (!index) {
    await (prepare ? prepare(store, id, revision) : buildInPlace(place, wanted));
    index = await openIndex(file, wanted, say);
  }
  if (!index) throw new StoreError(file, 'the index cannot be opened');
  return engineOver(index.instance, storedRecords(head.rest, index.about.extent));
}

/** Whether an engine failed because of what its file holds. */
function isDamaged(error: unknown): boolean {
  return (
    error instanceof EngineError &&
    /checksum|corrupt|IO Error|Serialization|INTERNAL/i.test(error.message + String(error.cause))
  );
}

/**
 * An engine over a revision too large to be held in memory: it reads a database file beside the revision, which the first
 * opening makes and anybody may delete. One that turns out to be damaged is made anew, once. Throws StoreError where the
 * revision is damaged.
 */
export async function openIndexedEngine(
  store: string,
  id: DatasetId,
  revision: string,
  head: RevisionHead,
  prepare?: PrepareRevision,
): Promise<Engine> {
  const place = { store, id, revision, head };
  const file = indexFile(store, id, revision);
  return rebuiltOnce({
    open: () => openOrBuild(place, prepare),
    isDamaged,
    async discard() {
      console.warn(`${file} is damaged; it is made anew`);
      await rm(file, { force: true });
    },
  });
}
