import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { datasetDir, isDatasetId, logFile, revisionDir, temporaryName } from '../log/layout';
import { appendToLog, readWholeLog } from '../log/log';
import { partsOf, withDataset } from '../log/recover';
import { codeOf, reasonOf, StoreError } from '../log/store-error';
import { flush } from './temporary-folder';

/** The moments of a removal at which a crash must leave the store whole, in order. */
export const REMOVAL_STEPS = ['logged', 'taken-away', 'deleted'] as const;
export type RemovalStep = (typeof REMOVAL_STEPS)[number];

/** When, and why, in words for those who follow an old link. `onStep` is for tests. */
export interface Removal {
  readonly now: Date;
  readonly reason: string;
  readonly onStep?: (step: RemovalStep) => void | Promise<void>;
}

/** Moves the folder of a revision out of its place in one step, and then deletes it and all that was made of it. */
async function takeAway(store: string, id: DatasetId, revision: string, onStep: Removal['onStep']) {
  const dir = datasetDir(store, id);
  const aside = join(dir, temporaryName(randomBytes(6).toString('hex'), revision));
  await rename(revisionDir(store, id, revision), aside).catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  });
  await flush(dir);
  await onStep?.('taken-away');
  for (const path of await partsOf(dir, revision)) await rm(path, { recursive: true, force: true });
  await onStep?.('deleted');
}

async function removeHeld(
  store: string,
  id: DatasetId,
  revision: string,
  { now, reason, onStep }: Removal,
): Promise<void> {
  const file = logFile(store, id);
  const { entries, tombstones } = await readWholeLog(file);
  const isThere = entries.some((entry) => entry.revision === revision);
  if (!isThere && !tombstones.some(({ removed }) => removed === revision)) {
    throw new StoreError(file, `it names no revision ${revision}`);
  }
  if (isThere) await appendToLog(file, { removed: revision, time: now.toISOString(), reason });
  await onStep?.('logged');
  try {
    await takeAway(store, id, revision, onStep);
  } catch (cause) {
    const place = revisionDir(store, id, revision);
    throw new StoreError(place, `the revision cannot be removed (${reasonOf(cause)})`, cause);
  }
}

/**
 * Takes a revision out of the store: first a line in the log says so, then the folder goes. The last revision that is
 * left becomes the current one. What a crash leaves half done the next one to open the dataset ends. Throws StoreError
 * where there is no such revision. `revision` is the full hash.
 */
export async function removeRevision(
  store: string,
  id: DatasetId,
  revision: string,
  removal: Removal,
): Promise<void> {
  if (!isDatasetId(id)) throw new StoreError(store, `"${id}" cannot name a dataset`);
  await withDataset(store, id, () => removeHeld(store, id, revision, removal));
}

/** Removes every revision of a dataset, newest last, so that it stays whole until the end. A later import may bring it back. */
export async function removeDataset(store: string, id: DatasetId, removal: Removal): Promise<void> {
  if (!isDatasetId(id)) throw new StoreError(store, `"${id}" cannot name a dataset`);
  await withDataset(store, id, async () => {
    const { entries } = await readWholeLog(logFile(store, id));
    const newestLast = [...new Set(entries.map(({ revision }) => revision).toReversed())].toReversed();
    if (newestLast.length === 0)
      throw new StoreError(logFile(store, id), 'it names no revision that is left');
    for (const revision of newestLast) await removeHeld(store, id, revision, removal);
  });
}
