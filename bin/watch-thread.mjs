/**
 * A thread that looks for what stands out in large series, one view after the other, so that the server answers others meanwhile. Each message `{id, store, view, info}`
 * is answered with `{id, value}` or `{id, error}`; after `{left: id}` nobody waits for it any more.
 */
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { loadProgram } from './program.mjs';

// What stands out waits for pages where both want the same core. Linux lowers the thread that asks; elsewhere it would be the process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

const program = loadProgram('lib/server/watch/watch-stored.ts', 'watch-stored');

/** What ends each that is under way. */
const underWay = new Map();

parentPort.on('message', async ({ left, id, ...asked }) => {
  if (left !== undefined) {
    underWay.get(left)?.abort();
    return;
  }
  const reader = new AbortController();
  underWay.set(id, reader);
  try {
    const { watchStored } = await program;
    parentPort.postMessage({ id, value: await watchStored(asked, reader.signal) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  } finally {
    underWay.delete(id);
  }
});
