import type { ImportSink, SeriesRest } from '../importers/build/sink';
import type { ImportCounts } from '../importers/import-counts';
import type { ColumnReport } from '../importers/report/column-report';
import type { Problem } from '../problems/problem';
import type { DatasetId, Incident } from '../series/model';
import { isDatasetId, logFile } from './layout';
import { appendToLog, type LogEntry, readLog } from './log';
import { reasonOf, StoreError } from './store-error';
import type { StartThread } from './write-incidents';
import { type OnStep, type WrittenRevision, writeRevision } from './write-revision';

/**
 * Where a series came from, by which importer, and the time. One that is `earlier` does not become current: it stands before
 * all that was published, once. `startThread` gives a thread that writes incidents down while
 * others come; without one they are written between. `beforeSort` may free memory
 * before the incidents are sorted. `onStep` is for tests.
 */
export interface Publication {
  readonly source: string;
  readonly importer: string;
  readonly now: Date;
  readonly earlier?: boolean;
  readonly startThread?: StartThread;
  readonly beforeSort?: () => void;
  readonly onStep?: OnStep;
}

export interface Published {
  readonly revision: string;
  /** False where the store had the revision already. */
  readonly created: boolean;
}

/** Counts for the log. The writer counts incidents itself; what nobody counted is left out. */
export type CountedRows = Pick<ImportCounts, 'problems'> & Partial<ImportCounts>;

/** Takes a series in batches and makes it the current revision. After an error, call `abort`. */
export interface SeriesWriter extends ImportSink {
  incidents(batch: readonly Incident[]): Promise<void>;
  problems(batch: readonly Problem[]): Promise<void>;
  /** `columns` says what became of those of the file; null where there is nothing to say. */
  finish(rest: SeriesRest, counts: CountedRows, columns?: readonly ColumnReport[] | null): Promise<Published>;
  /** Leaves the store as it was. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/** Where a publication comes into the log: after which revision, and when; null where it stands there already. */
function placeIn(
  entries: readonly LogEntry[],
  revision: string,
  { now, earlier = false }: Publication,
): Pick<LogEntry, 'parent' | 'time' | 'earlier'> | null {
  const before = earlier ? entries.filter((entry) => entry.earlier) : entries;
  const parent = before.at(-1)?.revision ?? null;
  const time = now.toISOString();
  if (!earlier) return parent === revision ? null : { parent, time };
  if (entries.some((entry) => entry.revision === revision)) return null;
  // Times never go back along the log.
  const next = entries.find((entry) => !entry.earlier)?.time ?? time;
  return { parent, time: next < time ? next : time, earlier };
}

async function logged(
  store: string,
  id: DatasetId,
  publication: Publication,
  { revision, incidents, links }: WrittenRevision,
  rest: SeriesRest,
  counted: CountedRows,
): Promise<void> {
  const file = logFile(store, id);
  const { source, importer } = publication;
  const place = placeIn(await readLog(file), revision, publication);
  if (place === null) return;
  const { problems, read = null, skipped = null, cells = null, warnings = null } = counted;
  const tables = { incidents, links, actors: rest.actors.length, sources: rest.sources.length };
  const counts = { ...tables, problems, read, skipped, cells, warnings };
  await appendToLog(file, { revision, ...place, source, importer, counts });
}

/**
 * Begins to publish a series that comes in batches, in any order, and is never held as a whole: it is written beside its
 * place, flushed and renamed in, and then logged. Every step throws StoreError, and cleans up behind itself.
 */
export async function openPublication(
  store: string,
  id: DatasetId,
  publication: Publication,
): Promise<SeriesWriter> {
  if (!isDatasetId(id)) throw new StoreError(store, `"${id}" cannot name a dataset`);
  const { now, startThread = null, beforeSort = () => {}, onStep = () => {} } = publication;
  let abort = async (): Promise<void> => {};
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      await abort();
      if (cause instanceof StoreError) throw cause;
      throw new StoreError(store, `“${id}” cannot be written (${reasonOf(cause)})`, cause);
    }
  };
  const writer = await guarded(() =>
    writeRevision(store, id, { now: now.getTime(), onStep, startThread, beforeSort }),
  );
  abort = writer.abort;
  return {
    incidents: (batch) => guarded(() => writer.incidents(batch)),
    problems: (batch) => guarded(() => writer.problems(batch)),
    finish: (rest, counts, columns = null) =>
      guarded(async () => {
        const written = await writer.finish(rest, columns);
        await logged(store, id, publication, written, rest, counts);
        await onStep('logged');
        return { revision: written.revision, created: written.created };
      }),
    abort,
  };
}
