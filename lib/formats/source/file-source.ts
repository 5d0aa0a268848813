import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from './byte-source';

const CHUNK = 1 << 20;

/** A file of the disk. Throws what the file system throws where it is not there. */
export async function fileSource(path: string, name = basename(path)): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    name,
    size,
    stream: (signal) => createReadStream(path, { highWaterMark: CHUNK, signal }),
    async slice(from, to) {
      const length = Math.max(0, Math.min(to, size) - from);
      const handle = await open(path, 'r');
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, from);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}
