import { rm } from 'node:fs/promises';
import type { ImportSink, SeriesRest } from '../../importers/build/sink';
import type { ImportCounts } from '../../importers/import-counts';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident } from '../../series/model';
import type { StartThread } from '../incidents/write-incidents';
import { datasetDir, isDatasetId, logFile, revisionDir } from '../log/layout';
import type { CheckLock } from '../log/lock';
import { appendToLog, type LogEntry, type LogLine, readWholeLog } from '../log/log';
import { clearPending, partsOf, withDataset, writePending } from '../log/recover';
import { faultOf, reasonOf, StoreError } from '../log/store-error';
import { checkRevision } from '../revision/check-revision';
import {
  type OnStep,
  type RevisionWriter,
  type WrittenRevision,
  writeRevision,
} from '../revision/write-revision';
import { exists } from '../upkeep/temporary-folder';

/**
 * Where a series came from, by which importer, and the time. One that is `earlier` does not become current: it stands before
 * all that was published, once. `startThread` gives a thread that writes incidents down while
 * others come; without one they are written between. `freeMemory` gives back what is not needed any more
 * before much is sorted, and after. `onStep` is for tests.
 */
export interface NewPublication {
  readonly source: string;
  readonly importer: string;
  readonly now: Date;
  readonly earlier?: boolean;
  readonly startThread?: StartThread;
  readonly freeMemory?: () => void;
  readonly onStep?: OnStep;
}

export interface PublishedRevision {
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
  finish(
    rest: SeriesRest,
    counts: CountedRows,
    columns?: readonly ColumnReport[] | null,
  ): Promise<PublishedRevision>;
  /** Leaves the store as it was. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/** Where a publication comes into the log: after which revision, and when; null where it stands there already. */
export function placeIn(
  entries: readonly LogEntry[],
  revision: string,
  { now, earlier = false }: Pick<NewPublication, 'now' | 'earlier'>,
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

/** What stands in the log of one publication, but for its place there. */
function lineOf(
  { source, importer }: NewPublication,
  revision: string,
  writer: RevisionWriter,
  rest: SeriesRest,
  counted: CountedRows,
): Pick<LogEntry, 'revision' | 'source' | 'importer' | 'counts'> {
  const { problems, read = null, skipped = null, cells = null, warnings = null } = counted;
  const tables = { ...writer.counts(), actors: rest.actors.length, sources: rest.sources.length };
  return { revision, source, importer, counts: { ...tables, problems, read, skipped, cells, warnings } };
}

type Line = ReturnType<typeof lineOf>;

/** How a revision stands in its place. */
type Place = 'free' | 'whole' | 'damaged';

async function placeOf(store: string, id: DatasetId, revision: string): Promise<Place> {
  const dir = revisionDir(store, id, revision);
  if (!(await exists(dir))) return 'free';
  const { sums } = await readWholeLog(logFile(store, id));
  try {
    await checkRevision(dir, revision, sums.get(revision));
    return 'whole';
  } catch (error) {
    if (faultOf(error) !== 'damaged') throw error;
    return 'damaged';
  }
}

/** Logs a publication of a revision that is in its place. Nothing where the log says it already. */
async function logAgain(
  store: string,
  id: DatasetId,
  publication: NewPublication,
  line: Line,
): Promise<void> {
  const file = logFile(store, id);
  const { entries, sums } = await readWholeLog(file);
  const place = placeIn(entries, line.revision, publication);
  const known = sums.get(line.revision);
  if (place !== null) await appendToLog(file, { ...line, ...place, ...(known && { sums: known }) });
}

/** Moves a written revision into its place, and logs it; what is damaged there makes room. */
async function moveAndLog(
  store: string,
  id: DatasetId,
  publication: NewPublication,
  line: Line,
  { sums, moveIn }: WrittenRevision,
  check: CheckLock,
): Promise<void> {
  const { now, onStep = () => {} } = publication;
  const file = logFile(store, id);
  const place = placeIn((await readWholeLog(file)).entries, line.revision, publication);
  const entry: LogLine =
    place === null ? { checked: line.revision, time: now.toISOString(), sums } : { ...line, ...place, sums };
  check();
  await writePending(store, id, entry);
  await onStep('promised');
  for (const path of await partsOf(datasetDir(store, id), line.revision)) {
    await rm(path, { recursive: true, force: true });
  }
  await moveIn();
  check();
  await appendToLog(file, entry);
  await onStep('logged');
  await clearPending(store, id);
  await onStep('ended');
}

/**
 * Begins to publish a series that comes in batches, in any order, and is never held as a whole: it is written beside its
 * place, flushed and renamed in, and then logged. Every step throws StoreError, and cleans up behind itself.
 */
export async function openPublication(
  store: string,
  id: DatasetId,
  publication: NewPublication,
): Promise<SeriesWriter> {
  if (!isDatasetId(id)) throw new StoreError(store, `"${id}" cannot name a dataset`);
  const { now, startThread = null, freeMemory = () => {}, onStep = () => {} } = publication;
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
    writeRevision(store, id, { now: now.getTime(), onStep, startThread, freeMemory }),
  );
  abort = writer.abort;
  return {
    incidents: (batch) => guarded(() => writer.incidents(batch)),
    problems: (batch) => guarded(() => writer.problems(batch)),
    finish: (rest, counts, columns = null) =>
      guarded(async () => {
        const revision = await writer.revision(rest);
        const line = lineOf(publication, revision, writer, rest, counts);
        const isThere = () =>
          withDataset(store, id, async () => {
            if ((await placeOf(store, id, revision)) !== 'whole') return false;
            await logAgain(store, id, publication, line);
            return true;
          });
        if (await isThere()) {
          await writer.abort();
          return { revision, created: false };
        }
        const written = await writer.finish(rest, columns);
        const created = await withDataset(store, id, async (check) => {
          // Another process may have been sooner.
          const place = await placeOf(store, id, revision);
          if (place === 'whole') await logAgain(store, id, publication, line);
          else await moveAndLog(store, id, publication, line, written, check);
          return place === 'free';
        });
        await writer.abort();
        return { revision, created };
      }),
    abort,
  };
}
