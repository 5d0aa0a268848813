import type { Worker } from 'node:worker_threads';

/** Batches that may wait for the thread; their lines are held until it has hashed them. */
const MOST_WAITING = 4;

/** What is sent to the thread: lines to be hashed, or null for an end. */
export type ToThread = string | null;
/** What comes back: for lines that they are done, at the end the hashes as bytes. */
export type FromThread = 'done' | Uint8Array;

/** Hashes incidents in another thread. What fails there is thrown by the next call here. */
export interface HashThread {
  /** Sends lines of incidents on their way; waits where the thread is far behind. */
  add(lines: string): Promise<void>;
  /** The hashes of everything that was sent, as bytes. */
  finish(): Promise<Uint8Array>;
  /** Stops the thread, done or not. */
  close(): Promise<void>;
}

/** Speaks to a thread that runs `hash-thread-main`. */
export function hashThread(worker: Worker): HashThread {
  let [waiting, failure, hashes]: [number, Error | null, Uint8Array | null] = [0, null, null];
  let wake = (): void => {};
  worker.on('message', (message: FromThread) => {
    if (message === 'done') waiting -= 1;
    else hashes = message;
    wake();
  });
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that hashes incidents has ended')));
  const until = async (isSo: () => boolean): Promise<void> => {
    while (failure === null && !isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null && !isSo()) throw failure;
  };
  const send = (message: ToThread): void => worker.postMessage(message);
  return {
    async add(lines) {
      await until(() => waiting < MOST_WAITING);
      waiting += 1;
      send(lines);
    },
    async finish() {
      send(null);
      await until(() => hashes !== null);
      return hashes ?? new Uint8Array();
    },
    async close() {
      await worker.terminate();
    },
  };
}
