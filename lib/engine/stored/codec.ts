import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '../columnar/stored/sections';

/**
 * Packed lightly: half a million small texts take a few seconds so, and three times as long at the usual level. Few of them are
 * larger than the window.
 */
const LIGHTLY = { level: 1, windowBits: 12, memLevel: 7, chunkSize: 4096 } as const;

/** Room for most of them. Unasked, zlib takes four times as much for each, and collecting that takes as long as unpacking. */
const UNPACKED = { windowBits: LIGHTLY.windowBits, chunkSize: LIGHTLY.chunkSize } as const;

export const CODEC: Codec = {
  checksum: (bytes) => crc32(bytes),
  pack: (bytes) => deflateRawSync(bytes, LIGHTLY),
  unpack: (bytes) => inflateRawSync(bytes, UNPACKED),
};
