import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { DatasetId } from '../../series/model';
import { datasetDir } from './layout';
import { codeOf, reasonOf, StoreError } from './store-error';

/**
 * A lock is a folder whose time its holder renews, so that it says the same to other machines and containers, where a number
 * of a process would mean another one. One that was not renewed for so long belongs to nobody.
 */
const STALE_MS = 5_000;
const RENEW_MS = 1_500;
/** Publications of others are short: everything long is done before the lock is taken. */
const WAIT = { retries: 600, factor: 1, minTimeout: 50, maxTimeout: 150, randomize: true };

/** The name of the lock in the folder of a dataset. */
export const LOCK_NAME = '.lock';

/** Says that the lock is still held; throws a StoreError where another process may have taken it over. */
export type CheckLock = () => void;

/**
 * Does a work that changes a dataset while no other process does. Waits for up to a minute; takes over what a process left
 * that is no more. Throws StoreError.
 */
export async function withLock<T>(
  store: string,
  id: DatasetId,
  work: (check: CheckLock) => Promise<T>,
): Promise<T> {
  const dir = datasetDir(store, id);
  const place = join(dir, LOCK_NAME);
  let lost: Error | null = null;
  const options = {
    ...{ lockfilePath: place, realpath: false, stale: STALE_MS, update: RENEW_MS, retries: WAIT },
    onCompromised: (error: Error) => (lost = error),
  };
  let release: () => Promise<void>;
  try {
    await mkdir(dir, { recursive: true });
    release = await lock(dir, options);
  } catch (cause) {
    throw new StoreError(place, `the dataset cannot be locked (${reasonOf(cause)})`, cause);
  }
  const check = () => {
    if (lost !== null) throw new StoreError(place, `the lock was lost (${reasonOf(lost)})`);
  };
  try {
    return await work(check);
  } finally {
    await release().catch((cause: unknown) => {
      if (codeOf(cause) !== 'ERELEASED' && lost === null) throw cause;
    });
  }
}
