import type { Worker } from 'node:worker_threads';
import type { BatchWriter, WrittenBatches } from './batch-writer';

/** Batches that may wait for the thread; their bytes are held until it has taken them. */
const MOST_WAITING = 4;

/** What is sent to the thread: first the file, then bytes of batches, and null for an end. */
export type ToThread = { readonly path: string } | Uint8Array<ArrayBuffer> | null;
/** What comes back: for a batch that it is taken, at the end what became of all. */
export type FromThread = 'taken' | WrittenBatches;

/** Writes batches in another thread, which runs `writer-thread-main`. What fails there is thrown by the next call here. */
export function writerThread(worker: Worker, path: string): BatchWriter {
  let [waiting, failure, end]: [number, Error | null, WrittenBatches | null] = [0, null, null];
  let wake = (): void => {};
  worker.on('message', (message: FromThread) => {
    if (message === 'taken') waiting -= 1;
    else end = message;
    wake();
  });
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that takes incidents has ended')));
  const until = async (isSo: () => boolean): Promise<void> => {
    while (failure === null && !isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null && !isSo()) throw failure;
  };
  const send = (message: ToThread, handedOver: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(message, handedOver);
  send({ path });
  return {
    async take(bytes) {
      await until(() => waiting < MOST_WAITING);
      waiting += 1;
      send(bytes, [bytes.buffer]);
    },
    async finish() {
      send(null);
      await until(() => end !== null);
      await worker.terminate();
      return end ?? { hashes: new Uint8Array(), longest: 0 };
    },
    close: async () => void (await worker.terminate()),
  };
}
