import { rename, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { pause } from '../../caches/pause';
import type { Engine } from '../../query/engine';
import { inTurn } from '../../query/in-turn';
import type { DatasetId } from '../../series/model';
import { textColumns } from '../../store/incidents/incident-texts';
import { columnsFile, logFile, revisionDir } from '../../store/log/layout';
import { readWholeLog } from '../../store/log/log';
import { faultOf, reasonOf, StoreError } from '../../store/log/store-error';
import { checkRevision } from '../../store/revision/check-revision';
import { openIncidentTexts, type RevisionHead } from '../../store/revision/read-revision';
import { exists, makeTemporary } from '../../store/upkeep/temporary-folder';
import { columnarEngine } from '../columnar/columnar-engine';
import type { Columns } from '../columnar/columns/columns';
import { ColumnsBuilder } from '../columnar/columns/columns-builder';
import { readAnswers, readColumns, type StoredAbout, storedAbout } from '../columnar/stored/stored-columns';
import type { StoredLimits } from '../columnar/stored/write-columns';
import { type ColumnsFile, openColumnsFile, type ReadWritten, writeColumnsFile } from './columns-file';
import { columnsFingerprint } from './columns-fingerprint';
import { columnsInTurn, type Place } from './columns-in-turn';
import { firstAnswers, knowing } from './first-answers';
import type { PrepareRevision } from './prepare-apart';
import { rebuiltOnce } from './rebuilt-once';

/** Bytes that columns and texts come to take for an incident, whatever has been asked for; see docs/performance.md. */
export const BYTES_EACH = 125;

/** The largest file of incidents, in bytes, that columns are made of: of larger ones the texts alone may be more than memory. */
export const MOST_FILE = 2e9;

/** Incidents that columns were shown to answer for, and those that every machine holds. */
const [MOST, FEWEST] = [10_000_000, 2_000_000] as const;

/** For how many incidents columns answer on a machine with so many bytes of memory, half of which they may come to take. */
export function mostInColumns(memory = memoryLimit()): number {
  return Math.min(MOST, Math.max(FEWEST, Math.floor(memory / 2 / BYTES_EACH)));
}

/** The memory of the machine, or what of it this process may take, where that is less. */
function memoryLimit(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/** Makes the columns of a revision. */
export async function buildColumns({ store, id, revision, head }: Place): Promise<Columns> {
  const builder = new ColumnsBuilder();
  const columns = textColumns(head.rest.fields);
  const texts = await openIncidentTexts(revisionDir(store, id, revision), head);
  try {
    for await (const batch of texts.rows(columns)) {
      for (const row of batch) builder.addTexts(columns, row);
    }
  } finally {
    texts.close();
  }
  return builder.finish(head.rest, pause);
}

/** Holds the content of a revision to what its name promises: what is made of it is kept. */
async function check({ store, id, revision }: Place): Promise<void> {
  const { sums } = await readWholeLog(logFile(store, id));
  await checkRevision(revisionDir(store, id, revision), revision, sums.get(revision));
}

/** The columns of a revision that is read anew at each opening: for small ones, of which nothing need be kept. */
export async function loadColumns(
  store: string,
  id: DatasetId,
  revision: string,
  head: RevisionHead,
): Promise<Engine> {
  return inTurn(columnarEngine(await buildColumns({ store, id, revision, head })));
}

/** Writes the columns beside their place and moves them in; readers of an older file keep what they have open. */
async function keepColumns(
  place: Place,
  about: StoredAbout,
  limits: StoredLimits | undefined,
): Promise<void> {
  const { store, id, revision } = place;
  const [dir, file] = [revisionDir(store, id, revision), columnsFile(store, id, revision)];
  const temporary = await makeTemporary(dirname(dir), Date.now(), revision);
  try {
    await check(place);
    const fresh = join(temporary, 'columns.bin');
    let close = () => {};
    const written = async (read: ReadWritten) => {
      const inTurn = await columnsInTurn(place, temporary, read);
      close = inTurn.close;
      return { columns: inTurn.columns, about, answers: firstAnswers };
    };
    await writeColumnsFile(fresh, written, pause, limits).finally(() => close());
    await rename(fresh, file);
    // A revision that was removed meanwhile leaves nothing of itself.
    if (!(await exists(dir))) await rm(file, { force: true });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Opens the columns that lie beside a revision; null where there are none, or why they are of no use was said. */
async function openKept({ store, id, revision, head }: Place, wanted: StoredAbout): Promise<Engine | null> {
  const path = columnsFile(store, id, revision);
  if (!(await exists(path))) return null;
  const say = (why: string) => console.warn(`${path} ${why}; it is made anew`);
  let file: ColumnsFile | null = null;
  try {
    file = openColumnsFile(path);
    const { reader, close } = file;
    const about = storedAbout(reader);
    if (about.revision === wanted.revision && about.madeBy === wanted.madeBy) {
      const columns = readColumns(reader, head.rest);
      const engine = inTurn(knowing(columnarEngine(columns), readAnswers(reader)));
      return { ...engine, close: async () => close() };
    }
    say(about.revision === wanted.revision ? 'was made by other code' : 'was made of another revision');
  } catch (cause) {
    say(`cannot be read (${reasonOf(cause)})`);
  }
  file?.close();
  return null;
}

let madeBy: Promise<string> | null = null;

/** The name of the code of this process. */
export function ownFingerprint(): Promise<string> {
  madeBy ??= columnsFingerprint();
  return madeBy;
}

/** Opens the columns of a revision, made now where there are none that can be used: by `prepare`, else by this process. */
async function openOrBuild(
  place: Place,
  prepare: PrepareRevision | undefined,
  limits: StoredLimits | undefined,
): Promise<Engine> {
  const { store, id, revision } = place;
  const wanted = { revision, madeBy: await ownFingerprint() };
  const kept = await openKept(place, wanted);
  if (kept !== null) return kept;
  if (prepare !== undefined) {
    await prepare(store, id, revision);
    const prepared = await openKept(place, wanted);
    if (prepared !== null) return prepared;
  }
  try {
    await keepColumns(place, wanted, limits);
  } catch (cause) {
    // A store that may not be written, or has no room left, is answered from memory.
    if (!['read-only', 'full'].includes(faultOf(cause))) throw cause;
    await check(place);
    return inTurn(columnarEngine(await buildColumns(place)));
  }
  const written = await openKept(place, wanted);
  if (written === null) throw new StoreError(columnsFile(store, id, revision), 'it cannot be opened');
  return written;
}

/** By the name of the error, for Next loads modules anew for each kind of route. */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && error.name === 'DamagedColumns';
}

/** How files of columns are made: by whom, and by which limits, which tests set low. */
export interface StoredOptions {
  readonly prepare?: PrepareRevision | undefined;
  readonly limits?: StoredLimits | undefined;
}

/**
 * An engine over the columns of a revision, which lie in a file beside it that the first opening makes and anybody may delete.
 * One that turns out to be damaged is made anew, once. Throws StoreError where the revision is damaged.
 */
export function openStoredEngine(
  store: string,
  id: DatasetId,
  revision: string,
  head: RevisionHead,
  { prepare, limits }: StoredOptions = {},
): Promise<Engine> {
  const place = { store, id, revision, head };
  const file = columnsFile(store, id, revision);
  return rebuiltOnce({
    open: () => openOrBuild(place, prepare, limits),
    isDamaged,
    async discard() {
      console.warn(`${file} is damaged; it is made anew`);
      await rm(file, { force: true });
    },
  });
}
