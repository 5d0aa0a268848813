/** Gives way to whatever else waits, messages, timers and a reader who leaves: long work without a pause would keep a server from its other readers. */
export function pause(): Promise<void> {
  return new Promise(comeBack);
}

/** Node comes back once it has looked at what waits; a timer, all that a browser has, not before a millisecond has passed. */
const comeBack: (resolve: () => void) => void =
  typeof setImmediate === 'function'
    ? (resolve) => setImmediate(resolve)
    : (resolve) => setTimeout(resolve, 0);

/** Milliseconds of work after which others come first. */
const MOST = 8;

/** When this process last gave way, whoever did. */
let gaveWay = 0;

/** Pauses where this process has worked for a while without; throws where `signal` says that nobody waits any more. */
export async function giveWay(signal?: AbortSignal): Promise<void> {
  if (performance.now() - gaveWay > MOST) {
    await pause();
    gaveWay = performance.now();
  }
  signal?.throwIfAborted();
}
