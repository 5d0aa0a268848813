/** Gives way to whatever else waits, messages, timers and a reader who leaves: long work without a pause would keep a server from its other readers. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Milliseconds of work after which others come first. */
const MOST = 8;

/** When this process last gave way, whoever did. */
let gaveWay = 0;

/** A pause where this process has worked for a while without one; null where it has not. */
export function pauseInTime(): Promise<void> | null {
  if (performance.now() - gaveWay <= MOST) return null;
  return pause().then(() => {
    gaveWay = performance.now();
  });
}
