import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportLimits } from '../../formats/limits';
import type { ByteSource } from '../../formats/source/byte-source';
import { DESCRIPTOR_FILE } from '../../importers/datapackage/descriptor';
import { CommandError, EXIT, usageError } from '../terminal/exit';
import { fileInThread } from './threads/read-in-thread';

/** What a command line names: bytes, or the folder of a Data Package. `dispose` removes what was made for it. */
export type Input =
  | { readonly kind: 'bytes'; readonly source: ByteSource; dispose(): Promise<void> }
  | { readonly kind: 'folder'; readonly dir: string; dispose(): Promise<void> };

const nothing = async () => {};

/** Passes bytes on and breaks off where there are more than allowed. */
function bounded(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength;
      const message = `The input has more than ${most} bytes (limit fileBytes).`;
      done(size > most ? new CommandError(EXIT.refused, 'over-limit', message) : null, chunk);
    },
  });
}

/** Keeps what comes on standard input in a file, for it must be read more than once. */
async function spool(name: string, limits: ImportLimits, signal: AbortSignal): Promise<Input> {
  const dir = await mkdtemp(join(tmpdir(), 'annals-stdin-'));
  const dispose = () => rm(dir, { recursive: true, force: true });
  try {
    const path = join(dir, 'input');
    await pipeline(process.stdin, bounded(limits.fileBytes), createWriteStream(path), { signal });
    return { kind: 'bytes', source: await fileInThread(path, name), dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function openFolder(dir: string): Promise<Input> {
  const descriptor = await stat(join(dir, DESCRIPTOR_FILE)).catch(() => null);
  if (descriptor?.isFile()) return { kind: 'folder', dir, dispose: nothing };
  const reason = `it holds no ${DESCRIPTOR_FILE}. Name a file, or a folder with a Data Package.`;
  throw usageError(`“${dir}” is a folder that is no Data Package: ${reason}`, 'not-a-package');
}

/** Opens what a command line names: a path, a folder, or `-` for standard input (called `name` then). */
export async function openInput(
  path: string,
  name: string | null,
  limits: ImportLimits,
  signal: AbortSignal,
): Promise<Input> {
  if (path === '-') return spool(name ?? 'stdin', limits, signal);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const reason = found.code === 'ENOENT' ? 'there is no such file' : found.message;
    throw usageError(`“${path}” cannot be read: ${reason}.`, 'no-such-file');
  }
  if (found.isDirectory()) return openFolder(path);
  if (!found.isFile()) throw usageError(`“${path}” is neither a file nor a folder.`, 'no-such-file');
  await readable(path);
  return { kind: 'bytes', source: await fileInThread(path, name ?? undefined), dispose: nothing };
}

/** Throws where the file cannot be opened, before anything else is done. */
async function readable(path: string): Promise<void> {
  const stream = createReadStream(path, { end: 0 });
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', (error) =>
      reject(usageError(`“${path}” cannot be read: ${error.message}.`, 'no-such-file')),
    );
  });
  stream.destroy();
}
