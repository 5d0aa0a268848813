import * as crypto from 'node:crypto';

const BYTES = 32;
/** Room for what comes after many. */
const SPARE = 4096 * BYTES;
/** Many hashes take much, so that there is little room for more. */
const GROWTH = 1.2;
const PREFIXES = 0x10000;
/** A hash in hexadecimal after its line break. */
const LINE = 1 + 2 * BYTES;

/** Node has hashing in one call since 20.12, which is twice as fast for short texts. */
const inOneCall = typeof crypto.hash === 'function' ? crypto.hash : null;

function hashOf(text: string, encoding: 'hex' | 'binary'): string {
  return (
    inOneCall?.('sha256', text, encoding) ?? crypto.createHash('sha256').update(text, 'utf8').digest(encoding)
  );
}

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return hashOf(text, 'hex');
}

/** Where the hashes with each prefix of two bytes begin among all in order, and after the last, how many there are. */
function startsOf(bytes: Buffer, count: number): Uint32Array {
  const starts = new Uint32Array(PREFIXES + 1);
  for (let i = 0; i < count; i++) starts[bytes.readUInt16BE(i * BYTES) + 1]! += 1;
  for (let prefix = 0; prefix < PREFIXES; prefix++) starts[prefix + 1]! += starts[prefix]!;
  return starts;
}

/** The offsets of hashes, those of each prefix together. */
function grouped(bytes: Buffer, count: number, starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const offsets = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const prefix = bytes.readUInt16BE(i * BYTES);
    offsets[next[prefix]!] = i * BYTES;
    next[prefix]! += 1;
  }
  return offsets;
}

/** The four bytes behind the prefix of the hash at an offset, as a number. */
function wordAt(bytes: Buffer, offset: number): number {
  const low = (bytes[offset + 3]! << 16) | (bytes[offset + 4]! << 8) | bytes[offset + 5]!;
  return bytes[offset + 2]! * 0x1000000 + low;
}

/** The digits of a nibble pair, as two bytes of text each. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16BE(),
);

/** SHA-256 hashes of any number, held as bytes: millions of texts would take a gigabyte. */
export class HashList {
  private bytes: Buffer = Buffer.allocUnsafe(1024 * BYTES);
  private count = 0;

  /** Takes the hash of a text's UTF-8. */
  addText(text: string): void {
    this.reserve(1);
    this.bytes.write(hashOf(text, 'binary'), this.count * BYTES, 'latin1');
    this.count += 1;
  }

  /** Takes over hashes as bytes, one after another, of which nobody else makes use from then on. */
  addAll(bytes: Uint8Array): void {
    const more = bytes.length / BYTES;
    if (this.count === 0) {
      // They take much, and behind them is room for others.
      this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset);
    } else {
      this.reserve(more);
      this.bytes.set(bytes, this.count * BYTES);
    }
    this.count += more;
  }

  /** All hashes as bytes, in the order they came. The list is not to be used after it: its memory may go to another thread. */
  all(): Uint8Array {
    return this.bytes.subarray(0, this.count * BYTES);
  }

  private reserve(more: number): void {
    const wanted = (this.count + more) * BYTES;
    if (wanted <= this.bytes.length) return;
    this.bytes = Buffer.concat([this.bytes], Math.ceil(wanted * GROWTH) + SPARE);
  }

  /**
   * The hashes in hexadecimal, in order, each after a line break, those of one prefix of two bytes at a time. What is
   * given holds until the next is asked for.
   */
  *sortedLines(): Generator<Uint8Array> {
    const { bytes } = this;
    const starts = startsOf(bytes, this.count);
    const offsets = grouped(bytes, this.count, starts);
    let lines = Buffer.allocUnsafe(0);
    for (let prefix = 0; prefix < PREFIXES; prefix++) {
      const part = offsets.subarray(starts[prefix], starts[prefix + 1]);
      if (part.length === 0) continue;
      // Four more bytes tell nearly all of them apart, without a call of the engine.
      part.sort(
        (a, b) => wordAt(bytes, a) - wordAt(bytes, b) || bytes.compare(bytes, b, b + BYTES, a, a + BYTES),
      );
      if (lines.length < part.length * LINE) lines = Buffer.allocUnsafe(2 * part.length * LINE);
      part.forEach((from, at) => void writeLine(bytes, from, lines, at * LINE));
      yield lines.subarray(0, part.length * LINE);
    }
  }
}

function writeLine(bytes: Buffer, from: number, lines: Buffer, to: number): void {
  lines[to] = 10;
  for (let at = 0; at < BYTES; at++) {
    const digits = DIGITS[bytes[from + at]!]!;
    lines[to + 1 + 2 * at] = digits >> 8;
    lines[to + 2 + 2 * at] = digits & 0xff;
  }
}
