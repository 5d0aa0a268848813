import { Worker } from 'node:worker_threads';
import type { BatchTaker } from '../store/batch-taker';
import { takerThread } from '../store/taker-thread';

const PROGRAM = new URL('../../bin/take-batches.mjs', import.meta.url);

/** Starts a thread that writes and hashes incidents while this one reads rows, with room for its short-lived objects. */
export function takeInThread(path: string): BatchTaker {
  const resourceLimits = { maxYoungGenerationSizeMb: 48 };
  return takerThread(new Worker(PROGRAM, { resourceLimits }), path);
}
