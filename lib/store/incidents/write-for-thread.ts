import { parentPort } from 'node:worker_threads';
import { batchWriter, type Gathering } from './batch-writer';
import type { FromThread, ToThread } from './writer-thread';

/** The other side of `writerThread`: what a thread of its own runs. What it throws is an error of the thread. */
export function writeForThread(dir: string, gathering: Gathering): void {
  const say = (message: FromThread, handedOver: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, handedOver);
  const writer = batchWriter(dir, gathering);
  const fail = (error: unknown): void => {
    setImmediate(() => {
      throw error;
    });
  };
  const answer = async (message: ToThread): Promise<void> => {
    if (message.kind === 'batch') {
      await writer.take(message.batch);
      say({ kind: 'taken' });
    } else if (message.kind === 'end') {
      const hashes = await writer.finish(message.rest, message.path);
      say(
        { kind: 'hashed', hashes },
        hashes.pages.map(({ buffer }) => buffer),
      );
      // Others work out meanwhile what the hashes name.
      writer.prepare();
      writer.written().then((files) => say({ kind: 'written', files }), fail);
    } else say({ kind: 'kept', isKept: await writer.keep(message.revision) });
  };
  let last = Promise.resolve();
  parentPort?.on('message', (message: ToThread) => {
    last = last.then(() => answer(message));
  });
}
