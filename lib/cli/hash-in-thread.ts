import { Worker } from 'node:worker_threads';
import { type HashThread, hashThread } from '../store/hash-thread';

const PROGRAM = new URL('../../bin/hash-thread.mjs', import.meta.url);

/** Starts a thread that hashes incidents while this one reads rows. Its short-lived objects may take some room. */
export function hashInThread(): HashThread {
  return hashThread(new Worker(PROGRAM, { resourceLimits: { maxYoungGenerationSizeMb: 96 } }));
}
