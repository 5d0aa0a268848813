import { parentPort } from 'node:worker_threads';
import { type BatchWriter, batchWriter, type Kept, type OnBatch } from './batch-writer';
import type { FromThread, ToThread } from './writer-thread';

/** What gathers batches for an engine: told of each, and at last asked to write what it has made of them. */
export interface Gathering {
  readonly onBatch: OnBatch;
  keep(kept: Kept): Promise<boolean>;
}

/** The other side of `writerThread`: what a thread of its own runs. What it throws is an error of the thread. */
export function writeForThread(gathering: Gathering): void {
  const say = (message: FromThread, handedOver: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, handedOver);
  let writer: Omit<BatchWriter, 'keep'> | null = null;
  let last = Promise.resolve();
  const answer = async (message: ToThread): Promise<void> => {
    if (message.kind === 'begin') writer = await batchWriter(message.path, gathering.onBatch);
    else if (message.kind === 'batch') {
      await writer?.take(message.batch);
      say({ kind: 'taken' });
    } else if (message.kind === 'end') {
      const written = await writer?.finish();
      writer = null;
      if (written) say({ kind: 'written', written }, [written.hashes.buffer as ArrayBuffer]);
    } else say({ kind: 'kept', isKept: await gathering.keep(message.kept) });
  };
  parentPort?.on('message', (message: ToThread) => {
    last = last.then(() => answer(message));
  });
}
