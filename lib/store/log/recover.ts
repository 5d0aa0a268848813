import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { checkRevision } from '../revision/check-revision';
import { writeSums } from '../revision/checksums';
import { exists, flush } from '../upkeep/temporary-folder';
import { datasetDir, isRevision, logFile, pendingFile, revisionDir } from './layout';
import { type CheckLock, withLock } from './lock';
import { appendToLog, type LogLine, readLine, readWholeLog, upgradeLog } from './log';
import { BEGINNING, sealed, unsealed } from './log-chain';
import { codeOf, faultOf, missingOr } from './store-error';

/**
 * Writes down what is to be logged, before the revision goes into its place: so that a process that is killed in between
 * leaves a publication that the next one ends.
 */
export async function writePending(store: string, id: DatasetId, line: LogLine): Promise<void> {
  const file = pendingFile(store, id);
  await writeFile(`${file}.new`, sealed(BEGINNING, JSON.stringify(line)));
  await flush(`${file}.new`);
  await rename(`${file}.new`, file);
  await flush(datasetDir(store, id));
}

export async function clearPending(store: string, id: DatasetId): Promise<void> {
  await rm(pendingFile(store, id), { force: true });
}

/** What was to be logged. What is not as it was written says nothing: its folder then stands without a line, which is found. */
async function readPending(store: string, id: DatasetId): Promise<LogLine | null> {
  const file = pendingFile(store, id);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null;
    throw missingOr(file, cause);
  });
  const line = text === null ? null : unsealed(BEGINNING, text);
  return line === null ? null : readLine(line);
}

/** Logs what lies in its place and was not logged yet. */
async function endPublication(store: string, id: DatasetId): Promise<void> {
  const line = await readPending(store, id);
  if (line !== null && !('removed' in line)) {
    const revision = 'checked' in line ? line.checked : line.revision;
    const { entries, sums } = await readWholeLog(logFile(store, id));
    const isLogged =
      sums.get(revision) === line.sums &&
      ('checked' in line || entries.some(({ time }) => time === line.time));
    const isThere = await exists(revisionDir(store, id, revision));
    if (!isLogged && isThere) await appendToLog(logFile(store, id), line);
  }
  await clearPending(store, id);
}

/** Everything in the folder of a dataset that belongs to one revision: its own folder, indexes, what is being made of it. */
export async function partsOf(dir: string, revision: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => name === revision || name.startsWith(`${revision}.`))
    .map((name) => join(dir, name));
}

async function endRemovals(store: string, id: DatasetId): Promise<void> {
  const { tombstones } = await readWholeLog(logFile(store, id));
  for (const { removed } of tombstones) {
    for (const path of await partsOf(datasetDir(store, id), removed)) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Ends what a process that was killed left half done. Only who holds the lock of the dataset may. */
export async function recover(store: string, id: DatasetId): Promise<void> {
  await upgradeLog(logFile(store, id));
  await endPublication(store, id);
  await endRemovals(store, id);
}

/** The same as {@link withLock}, over a dataset in which nothing is half done. */
export function withDataset<T>(
  store: string,
  id: DatasetId,
  work: (check: CheckLock) => Promise<T>,
): Promise<T> {
  return withLock(store, id, async (check) => {
    await recover(store, id);
    return work(check);
  });
}

/** The same for a dataset whose log is about to be replaced: what was half done there does not matter. */
export function withFreshDataset<T>(store: string, id: DatasetId, work: () => Promise<T>): Promise<T> {
  return withLock(store, id, async () => {
    await clearPending(store, id);
    return work();
  });
}

/** Whether something was left half done. */
async function isHalfDone(store: string, id: DatasetId): Promise<boolean> {
  if (await exists(pendingFile(store, id))) return true;
  const { tombstones } = await readWholeLog(logFile(store, id));
  const parts = tombstones.map(({ removed }) => partsOf(datasetDir(store, id), removed));
  return (await Promise.all(parts)).some((paths) => paths.length > 0);
}

/**
 * Ends what was left half done in a dataset, if anything was. A store that may not be written stays as it is: what is half
 * done there is never seen by a reader.
 */
export async function settle(store: string, id: DatasetId): Promise<void> {
  try {
    if (await isHalfDone(store, id)) await withDataset(store, id, async () => undefined);
  } catch (error) {
    if (faultOf(error) !== 'read-only') throw error;
  }
}

/** Folders of revisions that the log does not name: a line of it was lost, or somebody put them there. */
export async function unlogged(store: string, id: DatasetId): Promise<readonly string[]> {
  const { entries, tombstones } = await readWholeLog(logFile(store, id));
  const known = new Set([
    ...entries.map(({ revision }) => revision),
    ...tombstones.map(({ removed }) => removed),
  ]);
  const names = await readdir(datasetDir(store, id)).catch(() => []);
  return names.filter((name) => isRevision(name) && !known.has(name)).sort();
}

/**
 * Checks a revision before it is used: its bytes by their hashes; of one that an older version wrote the content, and then
 * its hashes are kept. Throws a StoreError.
 */
export async function checkStored(store: string, id: DatasetId, revision: string, now: Date): Promise<void> {
  const [dir, file] = [revisionDir(store, id, revision), logFile(store, id)];
  const sums = (await readWholeLog(file)).sums.get(revision);
  await checkRevision(dir, revision, sums);
  if (sums !== undefined) return;
  try {
    await withDataset(store, id, async () => {
      const fresh = await writeSums(dir);
      await appendToLog(file, { checked: revision, time: now.toISOString(), sums: fresh });
    });
  } catch (error) {
    // A store that may not be written is checked by its content each time.
    if (faultOf(error) === 'damaged') throw error;
  }
}
