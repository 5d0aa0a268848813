/** Values by their code. An array is one; others fetch a value when it is asked for. */
export interface Values<T> extends Iterable<T> {
  readonly length: number;
  at(code: number): T | undefined;
  map<U>(make: (value: T, code: number) => U): U[];
  /** The same values, of which texts may be as UTF-8, where they are held so. */
  utf8?(): Iterable<T | Uint8Array>;
}

/** Bytes that are taken for values at once: few at first, then ever more up to this. */
const [FEWEST, CHUNK] = [1 << 16, 1 << 22] as const;
/** At most so many bytes stand for one unit of a text. */
const WIDEST = 3;
/** Before what is written as JSON: no text of a file that means anything begins with it, and one that does is JSON, too. */
const AS_JSON = '\u0001';
/** The byte that it begins with. */
const JSON_BYTE = AS_JSON.charCodeAt(0);
/** Up to so many bytes are quicker read and written one by one than by a call of the engine. */
const SHORT = 16;
const BEYOND_ASCII = 0x80;
const LETTERS = Array.from({ length: BEYOND_ASCII }, (_, unit) => String.fromCharCode(unit));
const HALF = /\p{Surrogate}/u;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A value as a text that bytes can hold, see {@link readValue}. Half of a surrogate pair is kept by the escapes of JSON. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' && !value.startsWith(AS_JSON) && !HALF.test(value)) return value;
  return value === undefined ? AS_JSON : AS_JSON + JSON.stringify(value);
}

/** The value of such a text. */
export function readValue(text: string): unknown {
  if (!text.startsWith(AS_JSON)) return text;
  return text === AS_JSON ? undefined : JSON.parse(text.slice(1));
}

/** A text that stands for itself, of which each letter is a byte; null of another. */
function shortText(bytes: Uint8Array, from: number, to: number): string | null {
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= BEYOND_ASCII || byte === JSON_BYTE) return null;
    text += LETTERS[byte]!;
  }
  return text;
}

/** Bytes of some values one after the other. */
interface Chunk {
  /** The number of the first value. */
  readonly first: number;
  readonly bytes: Uint8Array;
  used: number;
}

/** Gives memory of so many bytes, that other threads may have a part in. */
export type Memory = (bytes: number) => ArrayBufferLike;

export const OWN_MEMORY: Memory = (bytes) => new ArrayBuffer(bytes);
export const SHARED_MEMORY: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** What packed values are made of. */
export interface PackedParts {
  readonly chunks: readonly Chunk[];
  readonly ends: Uint32Array;
  readonly length: number;
}

/** Values that are held in fewer bytes than as values of the engine, and made anew when they are asked for. */
export interface Packed<T> extends Values<T> {
  push(value: T): void;
  /** The UTF-8 of a value that is a text; null of any other. */
  bytesAt(code: number): Uint8Array | null;
}

/**
 * Many values as bytes, each made anew when it is asked for: a text takes as many bytes as it has in UTF-8 and four, where one of
 * the engine's takes twenty more and the part of the file that it was cut out of. For texts, and for what JSON can hold.
 */
export class PackedValues<T> implements Packed<T> {
  #chunks: Chunk[] = [];
  /** Where each value ends in its chunk. */
  #ends: Uint32Array;
  #length = 0;

  constructor(private readonly memory: Memory = OWN_MEMORY) {
    this.#ends = new Uint32Array(memory(4 << 15));
  }

  /** The same values as another thread can have them, where they are in shared memory. */
  get parts(): PackedParts {
    return { chunks: this.#chunks, ends: this.#ends, length: this.#length };
  }

  static of<T>({ chunks, ends, length }: PackedParts): PackedValues<T> {
    const values = new PackedValues<T>();
    values.#chunks = [...chunks];
    values.#ends = ends;
    values.#length = length;
    return values;
  }

  get length(): number {
    return this.#length;
  }

  push(value: T): void {
    const isPut = typeof value === 'string' && value.length <= SHORT && this.#putShort(value);
    if (!isPut) this.#put(textOf(value));
    this.#end();
  }

  /** The same values in another order: `order` gives the former place of each. */
  inOrder(order: Uint32Array): PackedValues<T> {
    const sorted = new PackedValues<T>(this.memory);
    for (const code of order) sorted.#copy(this.#bytesIn(this.#chunkOf(code), code));
    return sorted;
  }

  #copy(value: Uint8Array): void {
    const { length } = value;
    const chunk = this.#room(length);
    const { bytes, used } = chunk;
    if (length > SHORT) bytes.set(value, used);
    else for (let at = 0; at < length; at++) bytes[used + at] = value[at]!;
    chunk.used += length;
    this.#end();
  }

  #end(): void {
    if (this.#length === this.#ends.length) {
      const more = new Uint32Array(this.memory(this.#length * 8));
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#ends[this.#length++] = this.#chunks.at(-1)!.used;
  }

  #put(text: string): void {
    const chunk = this.#room(text.length * WIDEST);
    chunk.used += encoder.encodeInto(text, chunk.bytes.subarray(chunk.used)).written;
  }

  /** Puts a short text that stands for itself, a byte for each of its letters; false, and nothing, where it is another. */
  #putShort(text: string): boolean {
    const chunk = this.#room(text.length * WIDEST);
    const { bytes, used } = chunk;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= BEYOND_ASCII || unit === JSON_BYTE) return false;
      bytes[used + at] = unit;
    }
    chunk.used += text.length;
    return true;
  }

  at(code: number): T | undefined {
    return code < this.#length ? this.#valueIn(this.#chunkOf(code), code) : undefined;
  }

  bytesAt(code: number): Uint8Array | null {
    const bytes = this.#bytesIn(this.#chunkOf(code), code);
    return bytes[0] === JSON_BYTE ? null : bytes;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const [number, chunk] of this.#chunks.entries()) {
      const end = this.#chunks[number + 1]?.first ?? this.#length;
      for (let code = chunk.first; code < end; code++) yield this.#valueIn(chunk, code);
    }
  }

  *utf8(): IterableIterator<T | Uint8Array> {
    for (const [number, chunk] of this.#chunks.entries()) {
      const end = this.#chunks[number + 1]?.first ?? this.#length;
      for (let code = chunk.first; code < end; code++) {
        const bytes = this.#bytesIn(chunk, code);
        yield bytes[0] === JSON_BYTE ? this.#valueIn(chunk, code) : bytes;
      }
    }
  }

  map<U>(make: (value: T, code: number) => U): U[] {
    const made: U[] = [];
    for (const value of this) made.push(make(value, made.length));
    return made;
  }

  #bytesIn({ first, bytes }: Chunk, code: number): Uint8Array {
    return bytes.subarray(code === first ? 0 : this.#ends[code - 1]!, this.#ends[code]);
  }

  #valueIn(chunk: Chunk, code: number): T {
    const [from, to] = [code === chunk.first ? 0 : this.#ends[code - 1]!, this.#ends[code]!];
    const text = to - from <= SHORT ? shortText(chunk.bytes, from, to) : null;
    return (text ?? readValue(decoder.decode(this.#bytesIn(chunk, code)))) as T;
  }

  #room(wanted: number): Chunk {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.bytes.length - last.used >= wanted) return last;
    const size = Math.min(CHUNK, FEWEST << this.#chunks.length);
    const chunk = {
      first: this.#length,
      bytes: new Uint8Array(this.memory(Math.max(size, wanted))),
      used: 0,
    };
    this.#chunks.push(chunk);
    return chunk;
  }

  #chunkOf(code: number): Chunk {
    let [low, high] = [0, this.#chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#chunks[middle]!.first <= code) low = middle;
      else high = middle - 1;
    }
    return this.#chunks[low]!;
  }
}
