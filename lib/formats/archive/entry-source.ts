import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import { type UnpackedSource, unpackedSource } from '../source/unpacked-source';
import { crc32 } from './crc32';
import { decoded, inflater } from './inflate';
import { checkUnpacked, UnpackGuard } from './unpack-guard';
import { dataStart } from './walk-zip';
import { baseName, type ZipEntry } from './zip-entry';

const STEP = 1 << 20;
const STORED = 0;
const DEFLATED = 8;

/**
 * A file of a zip as bytes that can be read again and again, unpacked anew each time. Throws `locked-file`,
 * `refused-format` for a way of packing that is not read, and `over-limit` for the size it states.
 */
export function entrySource(
  zip: ByteSource,
  entry: ZipEntry,
  file: string,
  limits: ImportLimits,
): UnpackedSource {
  if (entry.encrypted) throw formatError(file, 'locked-file', 'it is encrypted');
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw formatError(file, 'refused-format', `it is packed by method ${entry.method}; pack it with deflate`);
  }
  checkUnpacked(file, entry.packed, entry.unpacked, limits.unpackedBytes);
  return unpackedSource(baseName(entry.name), Math.max(entry.unpacked, 0), (signal, tear) =>
    checkedEntry(zip, entry, new UnpackGuard(file, limits.unpackedBytes), tear, signal),
  );
}

/** The bytes of an entry; `tear` is told where they end early or do not match the checksum. */
async function* checkedEntry(
  zip: ByteSource,
  entry: ZipEntry,
  guard: UnpackGuard,
  tear: (why: string) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let size = 0;
  let told = false;
  const tell = (why: string) => {
    told = true;
    tear(why);
  };
  for await (const chunk of entryBytes(zip, entry, guard, tell, signal)) {
    crc = crc32(chunk, crc);
    size += chunk.length;
    yield chunk;
  }
  if (told) return;
  if (entry.unpacked >= 0 && size !== entry.unpacked)
    tear(`${entry.unpacked} bytes were announced and ${size} came`);
  else if (entry.crc !== null && crc !== entry.crc) tear('its checksum does not match');
}

async function* entryBytes(
  zip: ByteSource,
  entry: ZipEntry,
  guard: UnpackGuard,
  tear: (why: string) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const start = await dataStart(zip, entry.at);
  if (start === null) return tear('its header in the archive is not there');
  const end = Math.min(zip.size, start + entry.packed);
  const packed = range(zip, start, end, signal);
  if (entry.method === DEFLATED) yield* decoded(packed, inflater(), guard, tear);
  else yield* packed;
  if (end < start + entry.packed) tear('the archive ends in the middle of it');
}

async function* range(
  source: ByteSource,
  from: number,
  to: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += STEP) {
    signal?.throwIfAborted();
    yield await source.slice(at, Math.min(to, at + STEP));
  }
}
