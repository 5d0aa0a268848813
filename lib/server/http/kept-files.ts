import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SharedWork } from '../../caches/shared-work';
import { exists } from '../../store/upkeep/temporary-folder';

/** Bytes of files that are kept in a store, and of one of them. */
const MOST = 1_000_000_000;
const MOST_OF_ONE = 400_000_000;

/** A file that was made once, open for reading. */
export interface KeptFile {
  readonly handle: FileHandle;
  readonly size: number;
}

interface Found {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

/** All kept files of a store: `<dataset>/<revision>.cache/<name>`. */
async function allKept(store: string): Promise<readonly Found[]> {
  const list = (dir: string) => readdir(dir).catch(() => []);
  const found: Found[] = [];
  for (const dataset of await list(store)) {
    for (const folder of (await list(join(store, dataset))).filter((name) => name.endsWith('.cache'))) {
      for (const name of await list(join(store, dataset, folder))) {
        const path = join(store, dataset, folder, name);
        const about = await stat(path).catch(() => null);
        if (about) found.push({ path, size: about.size, used: about.mtimeMs });
      }
    }
  }
  return found;
}

/** Takes away files unused for longest until the others take no more than `most` bytes. Who reads one reads on. */
export async function sweepKept(store: string, most = MOST): Promise<void> {
  const all = [...(await allKept(store))].sort((a, b) => b.used - a.used);
  let bytes = 0;
  for (const { path, size } of all) {
    bytes += size;
    if (bytes > most) await rm(path, { force: true });
  }
}

/** Writes a stream beside its place and moves it in. False where it is larger than one may be. */
async function write(
  path: string,
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  most: number,
): Promise<boolean> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(/* turbopackIgnore: true */ fresh, 'w');
  let size = 0;
  try {
    // Leaving the loop cancels the stream.
    for await (const chunk of stream) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > most) return false;
      await file.write(chunk);
    }
    await file.close();
    await rename(fresh, path);
    return true;
  } finally {
    await file.close().catch(() => undefined);
    await rm(fresh, { force: true });
  }
}

const making = new SharedWork<boolean>(0);

async function openKept(path: string): Promise<KeptFile | null> {
  try {
    const handle = await open(/* turbopackIgnore: true */ path, 'r');
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return { handle, size: (await handle.stat()).size };
  } catch {
    return null;
  }
}

/**
 * The file of a name in the folder of a revision's kept files, made with `stream` where it is not there. Null where it cannot
 * be kept: it is too large, the disk is full, or the store may not be written. `folder` goes with its revision.
 */
export async function keptFile(
  folder: string,
  name: string,
  stream: () => Promise<ReadableStream<Uint8Array>>,
  signal?: AbortSignal,
  most = MOST_OF_ONE,
): Promise<KeptFile | null> {
  const path = join(folder, createHash('sha256').update(name).digest('hex').slice(0, 32));
  const known = await openKept(path);
  if (known) return known;
  const run = async (stop: AbortSignal) => {
    await mkdir(folder, { recursive: true });
    const isKept = await write(path, await stream(), stop, most);
    await sweepKept(dirname(dirname(folder)));
    // Of a revision that was removed meanwhile nothing is left.
    if (!(await exists(folder.replace(/\.cache$/, '')))) await rm(folder, { recursive: true, force: true });
    return isKept;
  };
  try {
    const isKept = await making.ask(path, { run, bytes: () => null }, signal);
    return isKept ? await openKept(path) : null;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && 'code' in error && 'syscall' in error) return null;
    throw error;
  }
}

/** The bytes `first` to `last` of a kept file, which is closed when they were read or nobody wants more. */
export async function* bytesOfKept(
  { handle }: KeptFile,
  first: number,
  last: number,
): AsyncGenerator<Uint8Array> {
  try {
    for (let at = first; at <= last; ) {
      const chunk = new Uint8Array(Math.min(65_536, last - at + 1));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) throw new Error('A kept file ends early.');
      yield chunk.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
