import { parentPort } from 'node:worker_threads';
import { type BatchTaker, batchTaker } from './batch-taker';
import type { FromThread, ToThread } from './taker-thread';

/** The other side of {@link takerThread}: a program for a thread of its own. What it throws is an error of the thread. */
async function run(): Promise<void> {
  const say = (message: FromThread, handedOver: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, handedOver);
  let taker: BatchTaker | null = null;
  let last = Promise.resolve();
  const answer = async (message: ToThread): Promise<void> => {
    if (message === null) {
      const taken = await taker?.finish();
      if (taken) say(taken, [taken.hashes.buffer as ArrayBuffer]);
    } else if (typeof message === 'string') {
      await taker?.take(message);
      say('taken');
    } else taker = await batchTaker(message.path);
  };
  parentPort?.on('message', (message: ToThread) => {
    last = last.then(() => answer(message));
  });
}

await run();
