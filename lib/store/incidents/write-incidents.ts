import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { batchText } from './batch-text';
import { type BatchWriter, batchWriter } from './batch-writer';
import { sortIntoFile } from './incident-file';

/** Its bytes are all of their buffer, which can be handed over. */
const encoder = new TextEncoder();

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
  /** Makes the file, after `hashes`, and leaves nothing but it behind. `fields` are the series' own. */
  finish(fields: readonly OwnField[]): Promise<void>;
  /** Lets go of the files, finished or not. */
  close(): Promise<void>;
}

/**
 * Begins `incidents.parquet` in a folder. The incidents wait there as lines of JSON, and are sorted at the end. The first
 * are taken at once; the others in a thread, where one can be had.
 */
export async function writeIncidents(
  dir: string,
  start: StartThread | null,
  few = FEW,
): Promise<IncidentWriter> {
  const path = join(dir, LINES);
  const here = await batchWriter(path);
  let [count, longest, thread]: [number, number, BatchWriter | null] = [0, 0, null];
  return {
    async add(incidents) {
      if (incidents.length === 0) return;
      count += incidents.length;
      if (start !== null && count > few) thread ??= start(path);
      await (thread ?? here).take(encoder.encode(batchText(incidents)));
    },
    async hashes() {
      const taken = [await here.finish(), ...(thread === null ? [] : [await thread.finish()])];
      longest = Math.max(...taken.map((one) => one.longest));
      return taken.map(({ hashes }) => hashes);
    },
    async finish(fields) {
      await sortIntoFile(dir, path, longest, fields);
      await rm(path);
    },
    close: async () => void (await Promise.allSettled([here.close(), thread?.close()])),
  };
}
