import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '../columnar/stored/sections';

/**
 * Packed lightly: half a million small texts take a few seconds so, and three times as long at the usual level. Few of them are
 * larger than the window.
 */
const LIGHTLY = { level: 1, windowBits: 12, memLevel: 7, chunkSize: 4096 } as const;

/** Room for most of them. Four times as much is what zlib takes unasked, and collected so often that it takes twice as long. */
const UNPACKED = { windowBits: LIGHTLY.windowBits, chunkSize: LIGHTLY.chunkSize } as const;

export const CODEC: Codec = {
  checksum: (bytes) => crc32(bytes),
  pack: (bytes) => deflateRawSync(bytes, LIGHTLY),
  unpack: (bytes) => inflateRawSync(bytes, UNPACKED),
};
