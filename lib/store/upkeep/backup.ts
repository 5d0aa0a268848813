import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { datasetDir, isRevision, logFile, REVISION_FILES, revisionDir } from '../log/layout';
import { readWholeLog } from '../log/log';
import { withDataset, withFreshDataset } from '../log/recover';
import { missingOr, reasonOf, StoreError } from '../log/store-error';
import { checkRevision } from '../revision/check-revision';
import { SUMS_FILE } from '../revision/checksums';
import { exists, flush, makeTemporary } from './temporary-folder';

/** What was copied of a dataset. */
export interface Copied {
  readonly dataset: DatasetId;
  readonly revisions: number;
  /** Revisions that were not there yet. */
  readonly fresh: number;
}

const FILES = [...Object.values(REVISION_FILES), SUMS_FILE];
/** A revision that is removed while it is copied means that the log is to be read again. */
const TRIES = 5;

async function logText(store: string, id: DatasetId): Promise<string> {
  return readFile(logFile(store, id), 'utf8').catch((cause: unknown) => {
    throw missingOr(logFile(store, id), cause);
  });
}

/** Copies the files of a revision beside their place, checks them there, and moves them in. False where they are there. */
async function copyRevision(
  from: string,
  to: string,
  id: DatasetId,
  revision: string,
  sums: string | undefined,
  now: Date,
): Promise<boolean> {
  const [source, place] = [revisionDir(from, id, revision), revisionDir(to, id, revision)];
  const isWhole = await checkRevision(place, revision, sums).then(
    () => true,
    () => false,
  );
  if (isWhole) return false;
  const beside = await makeTemporary(datasetDir(to, id), now.getTime(), revision);
  try {
    for (const name of FILES) {
      if (name === SUMS_FILE && sums === undefined) continue;
      await cp(join(source, name), join(beside, name)).catch((cause: unknown) => {
        throw missingOr(join(source, name), cause);
      });
      await flush(join(beside, name));
    }
    await checkRevision(beside, revision, sums);
    await rm(place, { recursive: true, force: true });
    await rename(beside, place);
    await flush(datasetDir(to, id));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return true;
}

/** Puts a log in its place, whole or not at all, and takes away the revisions that it does not name. */
async function putLog(to: string, id: DatasetId, text: string, named: ReadonlySet<string>): Promise<void> {
  const file = logFile(to, id);
  await writeFile(`${file}.new`, text);
  await flush(`${file}.new`);
  await rename(`${file}.new`, file);
  for (const name of await readdir(datasetDir(to, id))) {
    if (isRevision(name) && !named.has(name)) await rm(join(datasetDir(to, id), name), { recursive: true });
  }
}

async function copyOnce(from: string, to: string, id: DatasetId, now: Date): Promise<Copied> {
  const text = await logText(from, id);
  const { entries, sums } = await readWholeLog(logFile(from, id));
  const named = new Set(entries.map(({ revision }) => revision));
  let fresh = 0;
  for (const revision of named) {
    if (await copyRevision(from, to, id, revision, sums.get(revision), now)) fresh += 1;
  }
  if ((await logText(from, id)) !== text) throw new LogMoved();
  await putLog(to, id, text, named);
  return { dataset: id, revisions: named.size, fresh };
}

class LogMoved extends Error {}

/** Copies a dataset as it stands at one moment; what is published or removed meanwhile makes it begin again. */
async function copyDataset(from: string, to: string, id: DatasetId, now: Date): Promise<Copied> {
  await mkdir(datasetDir(to, id), { recursive: true });
  for (let tries = 1; ; tries++) {
    const before = await logText(from, id);
    try {
      return await copyOnce(from, to, id, now);
    } catch (error) {
      const moved = error instanceof LogMoved || (await logText(from, id)) !== before;
      if (!moved || tries === TRIES) throw error;
    }
  }
}

/**
 * Copies a dataset into another folder, which then is a store that can be verified, served and restored from. Readers and
 * writers go on meanwhile. A second backup into the same folder copies only what is new. Throws StoreError.
 */
export async function backupDataset(store: string, to: string, id: DatasetId, now: Date): Promise<Copied> {
  try {
    return await withFreshDataset(to, id, () => copyDataset(store, to, id, now));
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(join(to, id), `it cannot be copied (${reasonOf(cause)})`, cause);
  }
}

/** Whether a log says nothing that the other does not say, too. */
async function isPartOf(log: string, other: string): Promise<boolean> {
  return other.startsWith(log.trimEnd());
}

/**
 * Brings a dataset back from a backup. Refuses where the store has lines in its log that the backup does not have, for
 * they would be lost, unless it is told to `replace`.
 */
export async function restoreDataset(
  backup: string,
  store: string,
  id: DatasetId,
  { replace, now }: { readonly replace: boolean; readonly now: Date },
): Promise<Copied> {
  const work = async () => {
    const there = (await exists(logFile(store, id))) ? await logText(store, id) : '';
    if (!replace && !(await isPartOf(there, await logText(backup, id)))) {
      throw new StoreError(
        logFile(store, id),
        'it names publications that the backup does not have; --replace gives them up',
      );
    }
    return copyDataset(backup, store, id, now);
  };
  // A log that cannot be read is a reason to restore, not one against it.
  return replace ? withFreshDataset(store, id, work) : withDataset(store, id, work);
}
