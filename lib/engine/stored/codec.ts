import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '../columnar/stored/sections';

/**
 * Packed lightly: half a million small texts take a few seconds so, and three times as long at the usual level. Few of them are
 * larger than the window.
 */
const LIGHTLY = { level: 1, windowBits: 12, memLevel: 7, chunkSize: 4096 } as const;

/** What most values take, by what they take packed; a larger one comes in more parts. Unasked, zlib makes room of 16 kB for each, and collecting that takes as long as unpacking. */
function roomFor({ length }: Uint8Array): number {
  return Math.min(65_536, Math.max(1024, 5 * length));
}

export const CODEC: Codec = {
  checksum: (bytes) => crc32(bytes),
  pack: (bytes) => deflateRawSync(bytes, LIGHTLY),
  unpack: (bytes) => inflateRawSync(bytes, { windowBits: LIGHTLY.windowBits, chunkSize: roomFor(bytes) }),
};
