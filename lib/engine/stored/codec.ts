import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '../columnar/stored/sections';

/** Packed lightly: half a million small texts take a few seconds so, and three times as long at the usual level. */
export const CODEC: Codec = {
  checksum: (bytes) => crc32(bytes),
  pack: (bytes) => deflateRawSync(bytes, { level: 1 }),
  unpack: (bytes) => inflateRawSync(bytes),
};
