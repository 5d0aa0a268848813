import { rm } from 'node:fs/promises';
import type { SeriesRest } from '../importers/build/sink';
import type { ColumnReport } from '../importers/report/column-report';
import type { Problem } from '../problems/problem';
import type { DatasetId, Incident } from '../series/model';
import { datasetDir, revisionDir } from './layout';
import { revisionOfHashes } from './revision-hash';
import { exists, flush, makeTemporary, moveInto } from './temporary-folder';
import { writeFiles } from './write-files';
import { type StartThread, writeIncidents } from './write-incidents';

/** The moments at which a crash must leave the store whole, in order. */
export const STEPS = ['made', 'streamed', 'half-written', 'written', 'flushed', 'renamed', 'logged'] as const;
export type Step = (typeof STEPS)[number];

/** Told of each step before the next begins, so that a test can stop there. */
export type OnStep = (step: Step) => void | Promise<void>;

/** A revision that is in its place. `created` is false where it was there before. */
export interface WrittenRevision {
  readonly revision: string;
  readonly created: boolean;
  readonly incidents: number;
  readonly links: number;
}

/** Writes a revision in batches, in a folder beside its place. Everything throws what goes wrong. */
export interface RevisionWriter {
  incidents(batch: readonly Incident[]): Promise<void>;
  problems(batch: readonly Problem[]): Promise<void>;
  /** Ends the files, flushes them and moves them in, so that the revision is there whole or not at all. */
  finish(rest: SeriesRest, columns: readonly ColumnReport[] | null): Promise<WrittenRevision>;
  /** Removes what is not in its place. */
  abort(): Promise<void>;
}

/** How a revision is written. */
export interface WritingOptions {
  /** The time in milliseconds, by which leftovers are old. */
  readonly now: number;
  readonly onStep: OnStep;
  /** Starts a thread for most of the incidents; null where everything is to be done in this one. */
  readonly startThread: StartThread | null;
  /** Called when the hashes are done with, before the incidents are sorted. */
  readonly beforeSort: () => void;
}

/** Begins to write a revision. */
export async function writeRevision(
  store: string,
  id: DatasetId,
  { now, onStep, startThread, beforeSort }: WritingOptions,
): Promise<RevisionWriter> {
  const dir = datasetDir(store, id);
  const temporary = await makeTemporary(dir, now);
  await onStep('made');
  const files = await writeFiles(temporary);
  const rows = await writeIncidents(temporary, startThread);
  const count = { incidents: 0, links: 0 };

  const place = async (revision: string): Promise<boolean> => {
    await files.flush();
    await onStep('flushed');
    const created = await moveInto(temporary, revisionDir(store, id, revision));
    await flush(dir);
    await onStep('renamed');
    return created;
  };

  const abort = async (): Promise<void> => {
    await rows.close();
    await files.close();
    await rm(temporary, { recursive: true, force: true });
  };

  return {
    async incidents(batch) {
      count.incidents += batch.length;
      for (const { links } of batch) count.links += links.length;
      await rows.add(batch);
    },
    problems: (batch) => files.addProblems(batch),
    async finish(rest, columns) {
      await onStep('streamed');
      const revision = revisionOfHashes(rest, await rows.hashes());
      if (await exists(revisionDir(store, id, revision))) {
        await abort();
        return { revision, created: false, ...count };
      }
      await files.finishProblems();
      beforeSort();
      await rows.finish(rest.fields);
      await onStep('half-written');
      await files.writeRest(rest, count.incidents, columns);
      await onStep('written');
      const created = await place(revision);
      if (!created) await abort();
      return { revision, created, ...count };
    },
    abort,
  };
}
