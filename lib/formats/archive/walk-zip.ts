import type { ByteSource } from '../source/byte-source';
import { entryName, type ZipEntry } from './zip-entry';
import { zip64Field } from './zip64';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const STEP = 1 << 20;

/** The files of a zip without a directory, from the header before each, as far as they go. */
export async function walkZip(source: ByteSource, most: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < most) {
    const found = await readLocal(source, at);
    if (found === null) break;
    entries.push(found.entry);
    if (found.next === null) break;
    at = found.next;
  }
  return entries;
}

/** Where the packed bytes of an entry begin; null where its header is not there. */
export async function dataStart(source: ByteSource, at: number): Promise<number | null> {
  const view = await headerAt(source, at);
  return view === null ? null : at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

async function headerAt(source: ByteSource, at: number): Promise<DataView | null> {
  const bytes = await source.slice(at, Math.min(source.size, at + 30));
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0, true) === LOCAL ? view : null;
}

async function readLocal(
  source: ByteSource,
  at: number,
): Promise<{ entry: ZipEntry; next: number | null } | null> {
  const view = await headerAt(source, at);
  if (view === null) return null;
  const nameLength = view.getUint16(26, true);
  const from = at + 30 + nameLength + view.getUint16(28, true);
  const bytes = await source.slice(at + 30, Math.min(from, source.size));
  const flags = view.getUint16(6, true);
  const stated = zip64Field(bytes.subarray(nameLength), {
    unpacked: view.getUint32(22, true),
    packed: view.getUint32(18, true),
    at,
  });
  const entry = {
    name: entryName(bytes.subarray(0, nameLength), flags),
    method: view.getUint16(8, true),
    encrypted: (flags & 1) === 1,
  };
  if ((flags & 8) === 0) {
    const crc = view.getUint32(14, true);
    const next = from + stated.packed;
    const whole = next <= source.size;
    const packed = whole ? stated.packed : Math.max(0, source.size - from);
    return { entry: { ...entry, ...stated, packed, crc, at }, next: whole ? next : null };
  }
  const end = await findDescriptor(source, from);
  if (end === null) {
    const packed = Math.max(0, source.size - from);
    return { entry: { ...entry, packed, unpacked: -1, crc: null, at }, next: null };
  }
  return { entry: { ...entry, ...end.sizes, at }, next: end.next };
}

/** The record after an entry that was written as a stream; sure to be it where it states the size that stands before it. */
async function findDescriptor(source: ByteSource, from: number) {
  for (let step = from; step < source.size; step += STEP) {
    const bytes = await source.slice(step, Math.min(source.size, step + STEP + 24));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = bytes.indexOf(0x50); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
      if (view.getUint32(at, true) !== DESCRIPTOR) continue;
      const packed = step + at - from;
      const crc = view.getUint32(at + 4, true);
      if (view.getUint32(at + 8, true) === packed) {
        return { sizes: { packed, unpacked: view.getUint32(at + 12, true), crc }, next: step + at + 16 };
      }
      if (at + 24 <= bytes.length && view.getBigUint64(at + 8, true) === BigInt(packed)) {
        return {
          sizes: { packed, unpacked: Number(view.getBigUint64(at + 16, true)), crc },
          next: step + at + 24,
        };
      }
    }
  }
  return null;
}
