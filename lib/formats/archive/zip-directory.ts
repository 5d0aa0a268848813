import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import { walkZip } from './walk-zip';
import { entryName, type ZipEntry } from './zip-entry';
import { type Zip64Field, zip64Field } from './zip64';

export interface ZipListing {
  readonly entries: readonly ZipEntry[];
  /** Why the directory could not be used, in words; null where it could. */
  readonly damage: string | null;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const RECORD = 0x02014b50;
const MOST_COMMENT = 65_535;
const MOST_DIRECTORY = 64 * 1024 * 1024;

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly count: number;
}

/**
 * The files of a zip, from its directory at the end (APPNOTE.TXT 6.3.10) or, where that is missing or broken, from the
 * header before each file. Throws `over-limit` for more entries than are looked at.
 */
export async function readZip(source: ByteSource, file: string, limits: ImportLimits): Promise<ZipListing> {
  const directory = await findDirectory(source);
  if (directory !== null && directory.count > limits.archiveEntries) {
    throw formatError(
      file,
      'over-limit',
      `it holds ${directory.count} files; ${limits.archiveEntries} are looked at`,
    );
  }
  const entries = directory === null ? null : await readRecords(source, directory);
  if (entries !== null) return { entries, damage: null };
  return {
    entries: await walkZip(source, limits.archiveEntries),
    damage:
      directory === null ? 'its directory, which stands at the end, is missing' : 'its directory is broken',
  };
}

async function viewOf(source: ByteSource, from: number, length: number): Promise<DataView> {
  const bytes = await source.slice(Math.max(0, from), Math.min(source.size, from + length));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function findDirectory(source: ByteSource): Promise<Directory | null> {
  const start = Math.max(0, source.size - MOST_COMMENT - 22);
  const view = await viewOf(source, start, MOST_COMMENT + 22);
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const short = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      at: view.getUint32(at + 16, true),
    };
    const long = at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64;
    return long ? readEnd64(source, Number(view.getBigUint64(at - 12, true))) : short;
  }
  return null;
}

async function readEnd64(source: ByteSource, from: number): Promise<Directory | null> {
  if (from + 56 > source.size) return null;
  const view = await viewOf(source, from, 56);
  if (view.getUint32(0, true) !== END_64) return null;
  return {
    count: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    at: Number(view.getBigUint64(48, true)),
  };
}

/** The records of the directory; null where one is not what it should be. */
async function readRecords(source: ByteSource, { at, size, count }: Directory): Promise<ZipEntry[] | null> {
  if (size > MOST_DIRECTORY || at + size > source.size) return null;
  const view = await viewOf(source, at, size);
  const entries: ZipEntry[] = [];
  let from = 0;
  while (entries.length < count) {
    if (from + 46 > view.byteLength || view.getUint32(from, true) !== RECORD) return null;
    const length =
      46 +
      view.getUint16(from + 28, true) +
      view.getUint16(from + 30, true) +
      view.getUint16(from + 32, true);
    if (from + length > view.byteLength) return null;
    entries.push(readRecord(new DataView(view.buffer, view.byteOffset + from, length)));
    from += length;
  }
  return entries.every((entry) => entry.at + 30 <= source.size) ? entries : null;
}

function readRecord(view: DataView): ZipEntry {
  const nameLength = view.getUint16(28, true);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + 46, nameLength + view.getUint16(30, true));
  const flags = view.getUint16(8, true);
  const long: Zip64Field = zip64Field(bytes.subarray(nameLength), {
    unpacked: view.getUint32(24, true),
    packed: view.getUint32(20, true),
    at: view.getUint32(42, true),
  });
  return {
    name: entryName(bytes.subarray(0, nameLength), flags),
    method: view.getUint16(10, true),
    encrypted: (flags & 1) === 1,
    crc: view.getUint32(16, true),
    ...long,
  };
}
