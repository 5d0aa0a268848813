import type { SeriesRest } from '../../importers/build/sink';
import type { Incident } from '../../series/model';
import { type CodedBatch, IncidentCoder } from '../../series/parts/coded-batch';
import type { HashPages } from '../revision/hash-list';
import { type BatchWriter, batchWriter } from './batch-writer';
import { joinRuns } from './incident-file';

/** Incidents that are taken here before a thread is worth its start. */
const FEW = 20_000;

/** Starts a thread that takes batches for a folder, see `writerThread`. */
export type StartThread = (dir: string) => BatchWriter;

/** Writes `incidents.parquet` from incidents that come in any order. */
export interface IncidentWriter {
  add(incidents: readonly Incident[]): Promise<void>;
  /** Ends; gives the hashes of incidents and links. An engine may keep what it answers from at a path. */
  hashes(rest: SeriesRest, path: string): Promise<HashPages>;
  /** After `hashes`: makes the file, and what an engine may keep of the revision; says whether that is there. */
  finish(rest: SeriesRest, revision: string): Promise<boolean>;
  /** Lets go of the files, finished or not. */
  close(): Promise<void>;
}

/**
 * Begins `incidents.parquet` in a folder. Few incidents are written by this thread; many in one of their own, where one can be had.
 */
export function writeIncidents(dir: string, start: StartThread | null, few = FEW): IncidentWriter {
  let coder: IncidentCoder | null = null;
  let [count, writer]: [number, BatchWriter | null] = [0, null];
  /** What came before it was known who writes. */
  const waiting: CodedBatch[] = [];
  const writeTo = async (chosen: BatchWriter): Promise<BatchWriter> => {
    writer = chosen;
    for (const batch of waiting.splice(0)) await chosen.take(batch);
    return chosen;
  };
  const chosen = async (): Promise<BatchWriter> => writer ?? writeTo(batchWriter(dir));
  return {
    async add(incidents) {
      if (incidents.length === 0) return;
      count += incidents.length;
      coder ??= new IncidentCoder();
      const batch = coder.code(incidents);
      if (writer === null && start !== null && count <= few) waiting.push(batch);
      else if (writer === null && start !== null) await (await writeTo(start(dir))).take(batch);
      else await (await chosen()).take(batch);
    },
    async hashes(rest, path) {
      coder = null;
      return (await chosen()).finish(rest, path);
    },
    async finish({ fields }, revision) {
      const writer = await chosen();
      writer.prepare();
      const isKept = await writer.keep(revision);
      const files = await writer.written();
      await writer.close();
      await joinRuns(dir, files, fields);
      return isKept;
    },
    close: async () => void (await Promise.allSettled([writer?.close()])),
  };
}
