import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Built, ImportSink, MetaSeed } from '../importers/build/sink';
import type { OnProgress } from '../importers/import-counts';
import type { DatasetId, Problem } from '../series/model';
import { openPublication, type SeriesWriter } from '../store/open-publication';
import { current } from '../store/publish';
import { buildPrepared } from './build-prepared';
import type { Surroundings } from './command';
import { CommandError, EXIT } from './exit';
import { freeMemory } from './free-memory';
import type { Prepared } from './prepare';
import { problemLines } from './report';
import { takeInThread } from './take-in-thread';

/** Named in the log of a dataset; another number where the same file may come out otherwise. */
const IMPORTER = 'annals-import/1';

/** What came of an import: what was built, under which revision, and whether that is news. */
export interface Imported {
  readonly built: Built;
  readonly revision: string;
  readonly isNew: boolean;
  /** The first problems, for the terminal, and how many there are. */
  readonly problems: readonly Problem[];
  readonly allProblems: number;
}

/** What is imported, and as what. */
export interface ImportJob {
  readonly prepared: Prepared;
  readonly seed: MetaSeed;
  readonly source: string;
  readonly store: string;
  readonly around: Surroundings;
  readonly onProgress: OnProgress;
}

const SHOWN = 100;

interface Kept {
  readonly problems: Problem[];
  all: number;
}

/** Passes everything on, and keeps the first problems. */
function keepingProblems(sink: ImportSink, kept: Kept): ImportSink {
  const { problems } = kept;
  return {
    incidents: (batch) => sink.incidents(batch),
    problems: (batch) => {
      kept.all += batch.length;
      if (problems.length < SHOWN) problems.push(...batch.slice(0, SHOWN - problems.length));
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
): Promise<Omit<Imported, 'isNew'>> {
  const kept: Kept = { problems: [], all: 0 };
  const { problems } = kept;
  const { prepared, seed, around, onProgress } = job;
  const pass = { signal: around.signal, onProgress };
  const built = await buildPrepared(prepared, seed, title, keepingProblems(writer, kept), pass);
  const { read, incidents } = built.counts;
  if (read > 0 && incidents === 0) throw unusableError(job.seed.id, built, problems);
  around.signal.throwIfAborted();
  const { revision } = await writer.finish(built.rest, built.counts);
  return { built, revision, problems, allProblems: kept.all };
}

/**
 * Imports into the store of the job. The store is as it was wherever this throws. `title` replaces that of a package;
 * that of a table stands in the seed and the mapping.
 */
export async function publishImport(job: ImportJob, title: string | null): Promise<Imported> {
  const { store, source, around, seed } = job;
  const id = seed.id as DatasetId;
  const before = (await current(store, id))?.revision ?? null;
  const how = { startThread: takeInThread, beforeSort: freeMemory };
  const publication = { source, importer: IMPORTER, now: around.now(), ...how };
  const writer = await openPublication(store, id, publication);
  try {
    const imported = await writeAll(job, title, writer);
    return { ...imported, isNew: imported.revision !== before };
  } finally {
    await writer.abort();
  }
}

/** The same without publishing anything: the revision is worked out in a folder of its own, which is removed. */
export async function tryImport(job: ImportJob, title: string | null): Promise<Imported> {
  const before = (await current(job.store, job.seed.id as DatasetId))?.revision ?? null;
  const store = await mkdtemp(join(tmpdir(), 'annals-dry-run-'));
  try {
    const imported = await publishImport({ ...job, store }, title);
    return { ...imported, isNew: imported.revision !== before };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}
