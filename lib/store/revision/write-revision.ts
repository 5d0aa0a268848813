import { rename, rm } from 'node:fs/promises';
import type { SeriesRest } from '../../importers/build/sink';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident } from '../../series/model';
import { type StartThread, writeIncidents } from '../incidents/write-incidents';
import { columnsFile, datasetDir, revisionDir } from '../log/layout';
import { flush, makeTemporary, newName } from '../upkeep/temporary-folder';
import { writeSums } from './checksums';
import { revisionOfHashes } from './revision-hash';
import { writeFiles } from './write-files';

/** The moments at which a crash must leave the store whole, in order. */
export const STEPS = [
  ...(['made', 'streamed', 'half-written', 'written', 'flushed'] as const),
  ...(['promised', 'renamed', 'logged', 'ended'] as const),
] as const;
export type Step = (typeof STEPS)[number];

/** Told of each step before the next begins, so that a test can stop there. */
export type OnStep = (step: Step) => void | Promise<void>;

/** A revision that is written and flushed, beside its place. */
export interface WrittenRevision {
  /** The hash of the hashes of its files. */
  readonly sums: string;
  /** Moves it into its place, which is free: it is there whole or not at all. */
  moveIn(): Promise<void>;
}

/** Writes a revision in batches, in a folder beside its place. Everything throws what goes wrong. */
export interface RevisionWriter {
  incidents(batch: readonly Incident[]): Promise<void>;
  problems(batch: readonly Problem[]): Promise<void>;
  /** How many came so far. */
  counts(): { readonly incidents: number; readonly links: number };
  /** What the content so far is called, with the rest of the series. */
  revision(rest: SeriesRest): Promise<string>;
  /** After {@link revision}: ends the files and flushes them. */
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
  /** Called when much that was held is not needed any more: before hashes and incidents are sorted, and once the hashes are. Few incidents hold little. */
  readonly freeMemory: () => void;
}

/** To free the memory of no more incidents than these takes longer than to write them. */
const FEW = 20_000;

/** Begins to write a revision. */
export async function writeRevision(
  store: string,
  id: DatasetId,
  { now, onStep, startThread, freeMemory }: WritingOptions,
): Promise<RevisionWriter> {
  const dir = datasetDir(store, id);
  const temporary = await makeTemporary(dir, now);
  await onStep('made');
  const files = await writeFiles(temporary);
  const rows = await writeIncidents(temporary, startThread);
  const count = { incidents: 0, links: 0 };
  const freeMuch = () => {
    if (count.incidents > FEW) freeMemory();
  };

  /** Where an engine keeps what it answers from until the revision is in its place. */
  const fresh = newName(dir);
  let [revision, isKept] = ['', false];

  const moveIn = async (): Promise<void> => {
    await rename(temporary, revisionDir(store, id, revision));
    if (isKept) await rename(fresh, columnsFile(store, id, revision));
    await flush(dir);
    await onStep('renamed');
  };

  return {
    async incidents(batch) {
      count.incidents += batch.length;
      for (const { links } of batch) count.links += links.length;
      await rows.add(batch);
    },
    problems: (batch) => files.addProblems(batch),
    counts: () => ({ ...count }),
    async revision(rest) {
      await onStep('streamed');
      freeMuch();
      revision = revisionOfHashes(rest, await rows.hashes(rest, fresh));
      freeMuch();
      return revision;
    },
    async finish(rest, columns) {
      await files.finishProblems();
      isKept = await rows.finish(rest, revision);
      await onStep('half-written');
      await files.writeRest(rest, count.incidents, columns);
      const sums = await writeSums(temporary);
      await onStep('written');
      await files.flush();
      await onStep('flushed');
      return { sums, moveIn };
    },
    async abort() {
      await rows.close();
      await files.close();
      for (const path of [temporary, fresh]) await rm(path, { recursive: true, force: true });
    },
  };
}
