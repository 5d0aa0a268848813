import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives back at once what is held by objects that nobody needs, before something outside the heap needs much. */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  // What the first pass finds to be unused outside the heap, the second gives back.
  collect();
}

/** By how much of what is in use heaps may grow before they are looked through, in percent; left to itself the engine lets them grow to four times. */
const GROWTH = 60;

/** Bounds what an import and its threads hold of what nobody needs any more, for as long as it goes on. */
export async function inBoundMemory<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  try {
    return await work();
  } finally {
    setFlagsFromString('--heap-growing-percent=0');
  }
}
