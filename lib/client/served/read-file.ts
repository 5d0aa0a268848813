import { inflateSync } from 'fflate';
import { type Codec, SectionReader } from '../../engine/columnar/stored/sections';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** CRC-32 as zlib has it. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Where values are unpacked that have room here: of itself fflate takes 130 kB for each, and collecting that takes longer than unpacking. */
const ROOM = new Uint8Array(1 << 16);

/** Bytes that were packed by deflate, without a header. Throws where they are torn. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    const found = inflateSync(bytes, { out: ROOM });
    // Most of what is longer than the room is cut at its end.
    if (found.length < ROOM.length) return found.slice();
  } catch {
    // The rest of it, and what is torn, which throws once more.
  }
  return inflateSync(bytes);
}

const CODEC: Codec = {
  checksum: crc32,
  unpack: unpacked,
  pack: () => {
    throw new Error('A browser writes no columns.');
  },
};

/** A file of columns that lies in memory. */
export function columnsIn(file: Uint8Array): SectionReader {
  return new SectionReader({ size: file.length, read: (from, to) => file.slice(from, to) }, CODEC);
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The plain bytes of a file that was packed by gzip; `received` is told how many packed ones have come. */
export async function unpackedFile(
  packed: ReadableStream<Uint8Array>,
  received: (bytes: number) => void,
): Promise<Uint8Array> {
  let count = 0;
  const counted = packed.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        count += chunk.length;
        received(count);
        controller.enqueue(new Uint8Array(chunk));
      },
    }),
  );
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(counted.pipeThrough(new DecompressionStream('gzip')))) {
    chunks.push(chunk);
    size += chunk.length;
  }
  const file = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}
