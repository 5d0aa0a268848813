import { readdir } from 'node:fs/promises';
import type { DatasetId, Problem, Series } from '../series/model';
import { isDatasetId, logFile } from './layout';
import { appendToLog, type LogEntry, readLog } from './log';
import { revisionOf } from './revision-hash';
import { codeOf, reasonOf, StoreError } from './store-error';
import { type OnStep, writeRevision } from './write-revision';

/** Where a series came from, by which importer, and the time. `onStep` is for tests. */
export interface Publication {
  readonly source: string;
  readonly importer: string;
  readonly now: Date;
  readonly onStep?: OnStep;
}

export interface Published {
  readonly revision: string;
  /** False where the store had the revision already. */
  readonly created: boolean;
}

function countsOf(series: Series, problems: readonly Problem[]): LogEntry['counts'] {
  return {
    incidents: series.incidents.length,
    links: series.incidents.reduce((sum, { links }) => sum + links.length, 0),
    actors: series.actors.length,
    sources: series.sources.length,
    problems: problems.length,
  };
}

/** Writes a series as a revision, and makes it the current one. Throws StoreError. */
export async function publish(
  store: string,
  id: DatasetId,
  series: Series,
  problems: readonly Problem[],
  { source, importer, now, onStep = () => {} }: Publication,
): Promise<Published> {
  if (!isDatasetId(id)) throw new StoreError(store, `"${id}" cannot name a dataset`);
  const revision = revisionOf(series);
  const created = await writeRevision({ store, id, revision, series, problems, now: now.getTime() }, onStep);
  const file = logFile(store, id);
  const parent = (await readLog(file)).at(-1)?.revision ?? null;
  if (parent !== revision) {
    const counts = countsOf(series, problems);
    await appendToLog(file, { revision, parent, time: now.toISOString(), source, importer, counts });
  }
  await onStep('logged');
  return { revision, created };
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
  | { readonly kind: 'ambiguous'; readonly revisions: readonly string[] };

/** The published revision that begins with `prefix`, which is lower-case hexadecimal. */
export async function resolveRevision(
  store: string,
  id: DatasetId,
  prefix: string,
): Promise<ResolvedRevision> {
  const published = new Set((await revisions(store, id)).map(({ revision }) => revision));
  const found = [...published].filter((revision) => revision.startsWith(prefix)).sort();
  const [only, ...more] = found;
  if (prefix === '' || only === undefined) return { kind: 'unknown' };
  return more.length === 0 ? { kind: 'found', revision: only } : { kind: 'ambiguous', revisions: found };
}

/** The datasets that have a current revision, by id; empty where there is no store yet. */
export async function listDatasets(store: string): Promise<readonly DatasetId[]> {
  let names: readonly string[];
  try {
    names = await readdir(store);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw new StoreError(store, `the store cannot be read (${reasonOf(cause)})`, cause);
  }
  const ids = names.filter(isDatasetId).sort();
  const latest = await Promise.all(ids.map((id) => current(store, id)));
  return ids.filter((_, i) => latest[i] !== null);
}
