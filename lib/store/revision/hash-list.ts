import * as crypto from 'node:crypto';

const BYTES = 32;
/** Hashes that lie together: a list grows by so many, and none is copied. */
const PAGE = 1 << 15;
const PREFIXES = 0x10000;
/** A hash in hexadecimal after its line break. */
const LINE = 1 + 2 * BYTES;
/** Hashes as they go from thread to thread: one after another, on pages that are full but for the last. */
export interface HashPages {
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
  readonly count: number;
}

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

/** The digits of a nibble pair, as two bytes of text each. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16BE(),
);

/** SHA-256 hashes of any number, held as bytes: millions of texts would take a gigabyte. */
export class HashList {
  #pages: Buffer<ArrayBuffer>[] = [];
  #count = 0;

  /** Takes the hash of a text's UTF-8. */
  addText(text: string): void {
    if (this.#count === this.#pages.length * PAGE) this.#pages.push(Buffer.allocUnsafeSlow(PAGE * BYTES));
    this.#pageOf(this.#count).write(hashOf(text, 'binary'), placeOf(this.#count), 'latin1');
    this.#count += 1;
  }

  /** Begins with the hashes of another list, of which nobody else makes use from then on. */
  takeOver({ pages, count }: HashPages): void {
    if (this.#count > 0) throw new Error('there are hashes already');
    this.#pages = pages.map(({ buffer }) => Buffer.from(buffer));
    this.#count = count;
  }

  /** All hashes, in the order they came. The list is not to be used after it: its memory may go to another thread. */
  all(): HashPages {
    return { pages: this.#pages, count: this.#count };
  }

  #pageOf(hash: number): Buffer {
    return this.#pages[Math.floor(hash / PAGE)]!;
  }

  /** The first two bytes of each hash, as a number. */
  #prefixes(): Uint16Array {
    const prefixes = new Uint16Array(this.#count);
    for (let hash = 0; hash < prefixes.length; hash++) {
      const [page, at] = [this.#pageOf(hash), placeOf(hash)];
      prefixes[hash] = (page[at]! << 8) | page[at + 1]!;
    }
    return prefixes;
  }

  /** The four bytes behind the prefix, as a number. */
  #wordOf(hash: number): number {
    const [page, at] = [this.#pageOf(hash), placeOf(hash)];
    return page[at + 2]! * 0x1000000 + ((page[at + 3]! << 16) | (page[at + 4]! << 8) | page[at + 5]!);
  }

  #compare(a: number, b: number): number {
    const [from, to] = [placeOf(a), placeOf(b)];
    return this.#pageOf(a).compare(this.#pageOf(b), to, to + BYTES, from, from + BYTES);
  }

  /**
   * The hashes in hexadecimal, in order, each after a line break, those of one prefix of two bytes at a time. What is
   * given holds until the next is asked for.
   */
  *sortedLines(): Generator<Uint8Array> {
    const prefixes = this.#prefixes();
    const starts = startsOf(prefixes);
    const hashes = grouped(prefixes, starts);
    let lines = Buffer.allocUnsafe(0);
    for (let prefix = 0; prefix < PREFIXES; prefix++) {
      const [from, to] = [starts[prefix]!, starts[prefix + 1]!];
      // Of a small series nearly all prefixes: a view of each takes longer than everything else.
      if (from === to) continue;
      const part = hashes.subarray(from, to);
      if (lines.length < part.length * LINE) lines = Buffer.allocUnsafe(2 * part.length * LINE);
      // Four more bytes tell nearly all of them apart, without a call of the engine.
      part.sort((a, b) => this.#wordOf(a) - this.#wordOf(b) || this.#compare(a, b));
      part.forEach((hash, at) => void writeLine(this.#pageOf(hash), placeOf(hash), lines, at * LINE));
      yield lines.subarray(0, part.length * LINE);
    }
  }
}

/** Where the hashes with each prefix begin among all in order, and after the last, how many there are. */
function startsOf(prefixes: Uint16Array): Uint32Array {
  const starts = new Uint32Array(PREFIXES + 1);
  for (let hash = 0; hash < prefixes.length; hash++) starts[prefixes[hash]! + 1]! += 1;
  for (let prefix = 0; prefix < PREFIXES; prefix++) starts[prefix + 1]! += starts[prefix]!;
  return starts;
}

/** The numbers of the hashes, those of each prefix together. */
function grouped(prefixes: Uint16Array, starts: Uint32Array): Uint32Array {
  const [next, hashes] = [starts.slice(), new Uint32Array(prefixes.length)];
  for (let hash = 0; hash < prefixes.length; hash++) {
    const prefix = prefixes[hash]!;
    hashes[next[prefix]!] = hash;
    next[prefix]! += 1;
  }
  return hashes;
}

/** Where a hash lies on its page. */
function placeOf(hash: number): number {
  return (hash % PAGE) * BYTES;
}

function writeLine(bytes: Buffer, from: number, lines: Buffer, to: number): void {
  lines[to] = 10;
  for (let at = 0; at < BYTES; at++) {
    const digits = DIGITS[bytes[from + at]!]!;
    lines[to + 1 + 2 * at] = digits >> 8;
    lines[to + 2 + 2 * at] = digits & 0xff;
  }
}
