import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OnProgress } from '../../formats/progress';
import type { Built, ImportSink, MetaSeed } from '../../importers/build/sink';
import { partProblems } from '../../importers/report/left-out';
import type { Problem } from '../../problems/problem';
import type { DatasetId } from '../../series/model';
import type { StartThread } from '../../store/incidents/write-incidents';
import { revisionDir } from '../../store/log/layout';
import { StoreError } from '../../store/log/store-error';
import { openPublication, type SeriesWriter } from '../../store/publish/open-publication';
import { current } from '../../store/publish/publish';
import type { CommandContext } from '../commands/command';
import { CommandError, EXIT } from '../terminal/exit';
import { problemLines } from '../terminal/problem-lines';
import { buildPrepared } from './build-prepared';
import { columnsOf } from './columns-of';
import { compareStored, type StoredChanges } from './compare-stored';
import { freeMemory, inBoundMemory } from './free-memory';
import type { Prepared } from './prepare';
import { tryInThread, writeInThread } from './threads/write-in-thread';

/** Named in the log of a dataset; another number where the same file may come out otherwise. */
const IMPORTER = 'annals-import/1';

/** What came of an import: what was built, under which revision, and which one was current before it. */
export interface Imported {
  readonly built: Built;
  readonly revision: string;
  /** Null where the dataset had none. The same as `revision` where nothing is new. */
  readonly before: string | null;
  /** What was left out, and what was only warned of: the first, for the terminal, and how many there are. */
  readonly problems: Counted;
  readonly warnings: Counted;
  /** What publishing would change; null where nothing was tried, or there is no revision to compare with. */
  readonly changes: StoredChanges | null;
}

interface Counted {
  readonly first: readonly Problem[];
  readonly all: number;
}

/** What is imported, and as what. */
export interface ImportJob {
  readonly prepared: Prepared;
  readonly seed: MetaSeed;
  readonly source: string;
  readonly store: string;
  readonly context: CommandContext;
  readonly onProgress: OnProgress;
}

const SHOWN = 100;

/** The first of many problems, and their number. */
class Kept implements Counted {
  readonly first: Problem[] = [];
  all = 0;
  add(batch: readonly Problem[]): void {
    this.all += batch.length;
    if (this.first.length < SHOWN) this.first.push(...batch.slice(0, SHOWN - this.first.length));
  }
}

/** Passes everything on, and keeps the first problems. */
function keepingProblems(sink: ImportSink, problems: Kept, warnings: Kept): ImportSink {
  return {
    incidents: (batch) => sink.incidents(batch),
    problems: (batch) => {
      const parted = partProblems(batch);
      problems.add(parted.problems);
      warnings.add(parted.warnings);
      return sink.problems(batch);
    },
  };
}

function unusableError(id: string, built: Built, problems: readonly Problem[]): CommandError {
  const message = [`None of the ${built.counts.read} rows can be used:`, ...problemLines(problems)].join(
    '\n',
  );
  return new CommandError(EXIT.unusable, 'unusable', message, { dataset: id, problems });
}

async function writeAll(
  job: ImportJob,
  title: string | null,
  writer: SeriesWriter,
): Promise<Omit<Imported, 'before' | 'changes'>> {
  const [problems, warnings] = [new Kept(), new Kept()];
  const { prepared, seed, context, onProgress } = job;
  const pass = { signal: context.signal, onProgress };
  const built = await buildPrepared(prepared, seed, title, keepingProblems(writer, problems, warnings), pass);
  const { read, incidents } = built.counts;
  if (read > 0 && incidents === 0) throw unusableError(job.seed.id, built, problems.first);
  context.signal.throwIfAborted();
  const { revision } = await writer.finish(built.rest, built.counts, columnsOf(prepared));
  return { built, revision, problems, warnings };
}

function publishBy(job: ImportJob, title: string | null, startThread: StartThread): Promise<Imported> {
  const { store, source, context, seed } = job;
  const id = seed.id as DatasetId;
  return inBoundMemory(async () => {
    const before = (await current(store, id))?.revision ?? null;
    const how = { startThread, freeMemory };
    const publication = { source, importer: IMPORTER, now: context.now(), ...how };
    const writer = await openPublication(store, id, publication);
    try {
      const imported = await writeAll(job, title, writer);
      return { ...imported, before, changes: null };
    } finally {
      await writer.abort();
    }
  });
}

/**
 * Imports into the store of the job. The store is as it was wherever this throws. `title` replaces that of a package;
 * that of a table stands in the seed and the mapping.
 */
export function publishImport(job: ImportJob, title: string | null): Promise<Imported> {
  return publishBy(job, title, writeInThread);
}

/** What a revision in a store of its own would change in the dataset; null where that has none that can be read. */
async function changesBy(job: ImportJob, tried: string, before: string | null, revision: string) {
  if (before === null) return null;
  const id = job.seed.id as DatasetId;
  const [old, young] = [revisionDir(job.store, id, before), revisionDir(tried, id, revision)];
  return compareStored(before, old, young).catch((error: unknown) => {
    if (error instanceof StoreError) return null;
    throw error;
  });
}

/**
 * The same without publishing anything: the revision is worked out in a folder of its own, which is removed, and compared
 * with the current one.
 */
export async function tryImport(job: ImportJob, title: string | null): Promise<Imported> {
  const before = (await current(job.store, job.seed.id as DatasetId))?.revision ?? null;
  const store = await mkdtemp(join(tmpdir(), 'annals-dry-run-'));
  try {
    const imported = await publishBy({ ...job, store }, title, tryInThread);
    const changes = await changesBy(job, store, before, imported.revision);
    return { ...imported, before, changes };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
