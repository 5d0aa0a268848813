import { readdir } from 'node:fs/promises';
import type { ImportCounts } from '../../importers/import-counts';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Series } from '../../series/model';
import { isDatasetId, logFile } from '../log/layout';
import { type LogEntry, readLog, readWholeLog } from '../log/log';
import { codeOf, reasonOf, StoreError } from '../log/store-error';
import { type NewPublication, openPublication, type PublishedRevision } from './open-publication';

/** Incidents handed on at once; between batches other work has its turn. */
const BATCH = 1000;

/** Writes a series as a revision, and makes it the current one. Throws StoreError. */
export async function publish(
  store: string,
  id: DatasetId,
  { incidents, ...rest }: Series,
  problems: readonly Problem[],
  publication: NewPublication,
  counted: Partial<ImportCounts> = {},
): Promise<PublishedRevision> {
  const writer = await openPublication(store, id, publication);
  for (let at = 0; at < incidents.length; at += BATCH) {
    await writer.incidents(incidents.slice(at, at + BATCH));
  }
  await writer.problems(problems);
  return writer.finish(rest, { problems: problems.length, ...counted });
}

/** The publications of a dataset, oldest first; a revision stands again where somebody went back to it. */
export async function revisions(store: string, id: DatasetId): Promise<readonly LogEntry[]> {
  return isDatasetId(id) ? readLog(logFile(store, id)) : [];
}

/** The last publication; null where nothing was published. */
export async function current(store: string, id: DatasetId): Promise<LogEntry | null> {
  return (await revisions(store, id)).at(-1) ?? null;
}

/** What a prefix of a revision stands for. */
export type ResolvedRevision =
  | { readonly kind: 'found'; readonly revision: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'removed'; readonly revision: string; readonly time: string; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly revisions: readonly string[] };

/** The revision, published or removed, that begins with `prefix`, which is lower-case hexadecimal. */
export async function resolveRevision(
  store: string,
  id: DatasetId,
  prefix: string,
): Promise<ResolvedRevision> {
  if (prefix === '' || !isDatasetId(id)) return { kind: 'unknown' };
  const { entries, tombstones } = await readWholeLog(logFile(store, id));
  const known = new Set([
    ...entries.map(({ revision }) => revision),
    ...tombstones.map(({ removed }) => removed),
  ]);
  const found = [...known].filter((revision) => revision.startsWith(prefix)).sort();
  const [only, ...more] = found;
  if (only === undefined) return { kind: 'unknown' };
  if (more.length > 0) return { kind: 'ambiguous', revisions: found };
  const tombstone = tombstones.find(({ removed }) => removed === only);
  if (!tombstone) return { kind: 'found', revision: only };
  return { kind: 'removed', revision: only, time: tombstone.time, reason: tombstone.reason };
}

/** The datasets that have a folder, readable or not, by id; none where there is no store yet. */
export async function datasetsIn(store: string): Promise<readonly DatasetId[]> {
  const entries = await readdir(store, { withFileTypes: true }).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw new StoreError(store, `the store cannot be read (${reasonOf(cause)})`, cause);
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.filter(isDatasetId).sort();
}

/** The datasets that have a current revision, by id; those whose log is damaged are none of them. */
export async function listDatasets(store: string): Promise<readonly DatasetId[]> {
  const ids = await datasetsIn(store);
  const latest = await Promise.all(
    ids.map((id) =>
      current(store, id).catch((error: unknown) => {
        if (error instanceof StoreError) return null;
        throw error;
      }),
    ),
  );
  return ids.filter((_, i) => latest[i] !== null);
}
