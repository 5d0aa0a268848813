import type { DatasetId } from '../../series/model';
import { datasetDir, logFile, pendingFile, revisionDir } from '../log/layout';
import { readWholeLog, type WholeLog } from '../log/log';
import { partsOf, unlogged } from '../log/recover';
import { StoreError } from '../log/store-error';
import { datasetsIn } from '../publish/publish';
import { checkContent, checkRevision } from '../revision/check-revision';
import { exists, leftovers } from './temporary-folder';

/** What is wrong in a store, or only left over; each with the file or folder, and what to do about it. */
export interface Finding {
  readonly kind: 'damage' | 'unfinished' | 'left-over' | 'unchecked';
  readonly dataset: DatasetId;
  readonly revision: string | null;
  readonly file: string;
  readonly reason: string;
}

/** How thoroughly a store is looked at. `deep` reads every incident and works out the name of each revision anew. */
export interface VerifyOptions {
  readonly deep: boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** What was found in a dataset, and how many revisions were looked at. */
export interface Verified {
  readonly dataset: DatasetId;
  readonly revisions: number;
  readonly findings: readonly Finding[];
}

type Found = Pick<Finding, 'kind' | 'revision' | 'file' | 'reason'>;

/** A StoreError as a finding; other errors go on. */
function damageBy(error: unknown, revision: string | null): Found {
  if (!(error instanceof StoreError)) throw error;
  return { kind: 'damage', revision, file: error.file, reason: error.reason };
}

async function readLogOf(store: string, id: DatasetId): Promise<WholeLog | Found> {
  return readWholeLog(logFile(store, id)).catch((error: unknown) => damageBy(error, null));
}

async function verifyRevision(
  store: string,
  id: DatasetId,
  revision: string,
  sums: string | undefined,
  deep: boolean,
): Promise<readonly Found[]> {
  const dir = revisionDir(store, id, revision);
  try {
    await checkRevision(dir, revision, sums);
    if (deep && sums !== undefined) await checkContent(dir, revision);
  } catch (error) {
    return [damageBy(error, revision)];
  }
  if (sums !== undefined) return [];
  const reason =
    'its content is whole; an older version wrote no hashes of its files, which its next opening will';
  return [{ kind: 'unchecked', revision, file: dir, reason }];
}

/** What a process left that was killed, or that still works. */
async function unfinished(store: string, id: DatasetId, log: WholeLog): Promise<readonly Found[]> {
  const dir = datasetDir(store, id);
  const found: Found[] = [];
  if (await exists(pendingFile(store, id))) {
    const reason = 'a publication was not ended; the next import, or “annals repair”, ends it';
    found.push({ kind: 'unfinished', revision: null, file: pendingFile(store, id), reason });
  }
  for (const { removed } of log.tombstones) {
    for (const file of await partsOf(dir, removed)) {
      const reason = 'it was removed, and not all of it has gone; “annals repair” takes it away';
      found.push({ kind: 'unfinished', revision: removed, file, reason });
    }
  }
  return found;
}

async function strays(store: string, id: DatasetId): Promise<readonly Found[]> {
  return (await unlogged(store, id)).map((revision) => ({
    ...({ kind: 'damage', revision, file: revisionDir(store, id, revision) } as const),
    reason: 'the log does not name it: a line of the log was lost; “annals repair” writes it again',
  }));
}

/** Looks at one dataset and changes nothing. */
export async function verifyDataset(
  store: string,
  id: DatasetId,
  { deep, now, signal }: VerifyOptions,
): Promise<Verified> {
  const found: Found[] = [];
  const log = await readLogOf(store, id);
  const revisions = 'entries' in log ? [...new Set(log.entries.map(({ revision }) => revision))] : [];
  if ('entries' in log) {
    for (const revision of revisions) {
      signal.throwIfAborted();
      found.push(...(await verifyRevision(store, id, revision, log.sums.get(revision), deep)));
    }
    found.push(...(await unfinished(store, id, log)), ...(await strays(store, id)));
  } else found.push(log);
  for (const file of await leftovers(datasetDir(store, id), now.getTime())) {
    const reason = 'a process that is no more left it; “annals gc” takes it away';
    found.push({ kind: 'left-over', revision: null, file, reason });
  }
  return {
    dataset: id,
    revisions: revisions.length,
    findings: found.map((one) => ({ dataset: id, ...one })),
  };
}

/** Looks at every dataset of a store that has a folder, or at those given. */
export async function* verifyStore(
  store: string,
  ids: readonly DatasetId[] | null,
  options: VerifyOptions,
): AsyncGenerator<Verified> {
  for (const id of ids ?? (await datasetsIn(store))) yield await verifyDataset(store, id, options);
}
