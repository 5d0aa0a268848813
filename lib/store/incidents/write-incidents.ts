import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { type BatchWriter, batchWriter, type Kept } from './batch-writer';
import { type CodedBatch, IncidentCoder } from './coded-batch';
import { sortIntoFile } from './incident-file';

const LINES = 'incidents.ndjson';
/** Incidents that are taken here before a thread is worth its start. */
const FEW = 20_000;

/** Starts a thread that takes batches for a file, see `writerThread`. */
export type StartThread = (path: string) => BatchWriter;

/** Writes `incidents.parquet` from incidents that come in any order. */
export interface IncidentWriter {
  add(incidents: readonly Incident[]): Promise<void>;
  /** Waits until all are written down, and gives their hashes as bytes. */
  hashes(): Promise<readonly Uint8Array[]>;
  /** After `hashes`: {@link BatchWriter.keep}. Whoever wrote the incidents is let go. */
  keep(kept: Kept): Promise<boolean>;
  /** Makes the file, after `hashes` and `keep`, and leaves nothing but it behind. `fields` are the series' own. */
  finish(fields: readonly OwnField[]): Promise<void>;
  /** Lets go of the files, finished or not. */
  close(): Promise<void>;
}

async function writeHere(path: string): Promise<BatchWriter> {
  return { ...(await batchWriter(path)), keep: async () => false };
}

/**
 * Begins `incidents.parquet` in a folder. The incidents wait there as lines of JSON, and are sorted at the end. Few are written by
 * this thread; many in one of their own, where one can be had.
 */
export async function writeIncidents(
  dir: string,
  start: StartThread | null,
  few = FEW,
): Promise<IncidentWriter> {
  const path = join(dir, LINES);
  let coder: IncidentCoder | null = null;
  let [count, longest, writer]: [number, number, BatchWriter | null] = [0, 0, null];
  /** What came before it was known who writes. */
  const waiting: CodedBatch[] = [];
  const writeTo = async (chosen: BatchWriter): Promise<BatchWriter> => {
    writer = chosen;
    for (const batch of waiting.splice(0)) await chosen.take(batch);
    return chosen;
  };
  const chosen = async (): Promise<BatchWriter> => writer ?? writeTo(await writeHere(path));
  return {
    async add(incidents) {
      if (incidents.length === 0) return;
      count += incidents.length;
      coder ??= new IncidentCoder();
      const batch = coder.code(incidents);
      if (writer === null && start !== null && count <= few) waiting.push(batch);
      else if (writer === null && start !== null) await (await writeTo(start(path))).take(batch);
      else await (await chosen()).take(batch);
    },
    async hashes() {
      coder = null;
      const taken = await (await chosen()).finish();
      longest = taken.longest;
      return [taken.hashes];
    },
    async keep(kept) {
      const isKept = await (await chosen()).keep(kept);
      await writer?.close();
      return isKept;
    },
    async finish(fields) {
      await sortIntoFile(dir, path, longest, fields);
      await rm(path);
    },
    close: async () => void (await Promise.allSettled([writer?.close()])),
  };
}
