import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadData } from '../../../engine/stored/write-batches';
import type { BatchWriter } from '../../../store/incidents/batch-writer';
import { writerThread } from '../../../store/incidents/writer-thread';
import { programFolder } from '../../../store/program-folder';

function thread(workerData: ThreadData): BatchWriter {
  const resourceLimits = { maxYoungGenerationSizeMb: 48 };
  const program = join(programFolder(), 'bin', 'write-batches.mjs');
  return writerThread(new Worker(program, { resourceLimits, workerData }));
}

/** Starts a thread that writes and hashes incidents, and makes their columns, while this one reads rows, with room for its short-lived objects. */
export function writeInThread(dir: string): BatchWriter {
  return thread({ dir, hasColumns: true });
}

/** The same without columns: for a revision that nobody is to open. */
export function tryInThread(dir: string): BatchWriter {
  return thread({ dir, hasColumns: false });
}
