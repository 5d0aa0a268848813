const FULL = 0xffffffff;
const ZIP64 = 1;

/** The sizes and the place of an entry, as the short fields have them or, where those are full, the long ones. */
export interface Zip64Field {
  readonly unpacked: number;
  readonly packed: number;
  readonly at: number;
}

/** Reads the extra field for files over 4 GB, which holds only what did not fit, in this order (APPNOTE.TXT 4.5.3). */
export function zip64Field(extra: Uint8Array, short: Zip64Field): Zip64Field {
  const found = zip64Part(extra);
  if (found === null) return short;
  let from = 0;
  const next = (value: number) => {
    if (value !== FULL || from + 8 > found.byteLength) return value;
    from += 8;
    return Number(found.getBigUint64(from - 8, true));
  };
  const unpacked = next(short.unpacked);
  const packed = next(short.packed);
  return { unpacked, packed, at: next(short.at) };
}

function zip64Part(extra: Uint8Array): DataView | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const length = Math.min(view.getUint16(at + 2, true), view.byteLength - at - 4);
    if (view.getUint16(at, true) === ZIP64)
      return new DataView(view.buffer, view.byteOffset + at + 4, length);
  }
  return null;
}
