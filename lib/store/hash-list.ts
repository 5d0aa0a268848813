import * as crypto from 'node:crypto';

const BYTES = 32;
const PREFIXES = 0x10000;

/** Node has hashing in one call since 20.12, which is twice as fast for short texts. */
const inOneCall = typeof crypto.hash === 'function' ? crypto.hash : null;

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return inOneCall?.('sha256', text, 'hex') ?? crypto.createHash('sha256').update(text, 'utf8').digest('hex');
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

/** SHA-256 hashes of any number, held as bytes: millions of texts would take a gigabyte. */
export class HashList {
  private bytes = Buffer.allocUnsafe(1024 * BYTES);
  private count = 0;

  /** Takes a hash in hexadecimal. */
  add(hash: string): void {
    if (this.bytes.length === this.count * BYTES) {
      this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    }
    this.bytes.write(hash, this.count * BYTES, 'hex');
    this.count += 1;
  }

  /** The hashes in hexadecimal, in order, those of one prefix of two bytes at a time. */
  *sorted(): Generator<readonly string[]> {
    const starts = startsOf(this.bytes, this.count);
    const offsets = grouped(this.bytes, this.count, starts);
    for (let prefix = 0; prefix < PREFIXES; prefix++) {
      const part = offsets.subarray(starts[prefix], starts[prefix + 1]);
      if (part.length === 0) continue;
      yield Array.from(part, (at) => this.bytes.toString('hex', at, at + BYTES)).sort();
    }
  }
}
