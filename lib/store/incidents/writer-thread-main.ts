import { parentPort } from 'node:worker_threads';
import { type BatchWriter, batchWriter } from './batch-writer';
import type { FromThread, ToThread } from './writer-thread';

/** The other side of {@link writerThread}: a program for a thread of its own. What it throws is an error of the thread. */
async function run(): Promise<void> {
  const say = (message: FromThread, handedOver: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, handedOver);
  let writer: BatchWriter | null = null;
  let last = Promise.resolve();
  const answer = async (message: ToThread): Promise<void> => {
    if (message === null) {
      const taken = await writer?.finish();
      if (taken) say(taken, [taken.hashes.buffer as ArrayBuffer]);
    } else if (message instanceof Uint8Array) {
      await writer?.take(message);
      say('taken');
    } else writer = await batchWriter(message.path);
  };
  parentPort?.on('message', (message: ToThread) => {
    last = last.then(() => answer(message));
  });
}

await run();
