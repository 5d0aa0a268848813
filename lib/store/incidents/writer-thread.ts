import type { Worker } from 'node:worker_threads';
import type { SeriesRest } from '../../importers/build/sink';
import type { CodedBatch } from '../../series/parts/coded-batch';
import type { HashPages } from '../revision/hash-list';
import type { BatchWriter } from './batch-writer';

/** Batches that may wait for the thread; they are held until it has taken them. */
const MOST_WAITING = 8;
/** The same of a thread that has to be loaded, until it has caught up: the first come while it is. */
const MOST_AT_START = 80;

/** What is sent to the thread: batches, an end, with the path of what is kept, and after it the name of the revision. */
export type ToThread =
  | { readonly kind: 'batch'; readonly batch: CodedBatch }
  | { readonly kind: 'end'; readonly rest: SeriesRest; readonly path: string }
  | { readonly kind: 'keep'; readonly revision: string };

/** What comes back: for a batch that it is taken, at the end the hashes and then in how many files all stand, and whether something is kept. */
export type FromThread =
  | { readonly kind: 'taken' }
  | { readonly kind: 'hashed'; readonly hashes: HashPages }
  | { readonly kind: 'written'; readonly files: number }
  | { readonly kind: 'kept'; readonly isKept: boolean };

/** Writes batches in another thread, which runs {@link writeForThread}. What fails there is thrown by the next call here. */
export function writerThread(worker: Worker): BatchWriter {
  let [waiting, most, failure]: [number, number, Error | null] = [0, MOST_AT_START, null];
  let [hashes, files, isKept]: [HashPages | null, number | null, boolean | null] = [null, null, null];
  let wake = (): void => {};
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'taken') {
      waiting -= 1;
      if (waiting < MOST_WAITING) most = MOST_WAITING;
    } else if (message.kind === 'hashed') hashes = message.hashes;
    else if (message.kind === 'written') files = message.files;
    else isKept = message.isKept;
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
  return {
    async take(batch) {
      await until(() => waiting < most);
      waiting += 1;
      send({ kind: 'batch', batch }, [batch.codes.buffer]);
    },
    async finish(rest, path) {
      send({ kind: 'end', rest, path });
      await until(() => hashes !== null);
      const found = hashes!;
      // They take much, and are not needed here any more.
      hashes = null;
      return found;
    },
    // The thread does so by itself.
    prepare: () => undefined,
    async written() {
      await until(() => files !== null);
      return files!;
    },
    async keep(revision) {
      send({ kind: 'keep', revision });
      await until(() => isKept !== null);
      return isKept!;
    },
    close: async () => void (await worker.terminate()),
  };
}
