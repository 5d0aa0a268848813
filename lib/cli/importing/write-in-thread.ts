import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BatchWriter } from '../../store/incidents/batch-writer';
import { writerThread } from '../../store/incidents/writer-thread';
import { programFolder } from '../../store/program-folder';

/** Starts a thread that writes and hashes incidents while this one reads rows, with room for its short-lived objects. */
export function writeInThread(path: string): BatchWriter {
  const resourceLimits = { maxYoungGenerationSizeMb: 48 };
  return writerThread(
    new Worker(join(programFolder(), 'bin', 'write-batches.mjs'), { resourceLimits }),
    path,
  );
}
