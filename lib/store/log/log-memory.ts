import { stat } from 'node:fs/promises';
import { SizedMap } from '../../caches/sized-map';

/** Bytes of logs that are remembered, as they lie on the disk. */
const REMEMBERED = 16_000_000;
/** A file that changed so recently, in milliseconds, may change once more without another time. */
const SETTLED = 1_000;

/** What tells one state of a file from another; null where there is none, or it changed just now. */
async function stampOf(file: string): Promise<{ readonly text: string; readonly size: number } | null> {
  const about = await stat(file, { bigint: true }).catch(() => null);
  if (about === null || Date.now() - Number(about.mtimeMs) < SETTLED) return null;
  const { size, mtimeNs, ctimeNs, ino } = about;
  return { text: `${size} ${mtimeNs} ${ctimeNs} ${ino}`, size: Number(size) };
}

/** Reads files once for each state in which they are, by size and times. What cannot be read is read anew. */
export function onceForEachChange<T>(read: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const known = new SizedMap<{ readonly stamp: string; readonly value: T }>(REMEMBERED);
  return async (file) => {
    // Before it is read: what changes in between is read again.
    const stamp = await stampOf(file);
    const kept = known.get(file);
    if (kept !== undefined && kept.stamp === stamp?.text) return kept.value;
    const value = await read(file);
    if (stamp === null) known.delete(file);
    else known.set(file, { stamp: stamp.text, value }, stamp.size);
    return value;
  };
}
