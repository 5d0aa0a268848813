/** Where the bytes of a file of columns come from. */
export interface ByteSource {
  readonly size: number;
  /** Bytes of the file, in an array of their own; fewer where the file ends. */
  read(from: number, to: number): Uint8Array;
}

/** What a file is checked and packed with, which a browser and Node have each in its own way. */
export interface Codec {
  /** CRC-32, which finds every bit that turns. */
  checksum(bytes: Uint8Array): number;
  /** Deflate, without a header. */
  pack(bytes: Uint8Array): Uint8Array;
  unpack(bytes: Uint8Array): Uint8Array;
}

/** A file of columns that is not what was written. */
export class DamagedColumns extends Error {
  override readonly name = 'DamagedColumns';
}

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

/** The kinds of numbers in a section. */
export type NumberKind = keyof typeof ARRAYS;
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Where a section lies: bytes from the beginning of the file. Its checksums follow it. */
interface Section {
  readonly kind: NumberKind;
  readonly at: number;
  readonly bytes: number;
}

/** What a file says of itself, and its sections by name. */
interface Directory {
  readonly about: unknown;
  readonly sections: Readonly<Record<string, Section>>;
}

/** Bytes that have one checksum: so that a part of a section can be read and checked. */
const BLOCK = 1 << 12;
/** The end of a file: a mark, where the directory lies, how long it is, its checksum, and that of all these. */
const MARK = 0x414e_434f;
const END = 32;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function kindOf(numbers: Numbers): NumberKind {
  const kinds = Object.keys(ARRAYS) as NumberKind[];
  return kinds.find((kind) => numbers instanceof ARRAYS[kind])!;
}

function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function checksumsOf(bytes: Uint8Array, { checksum }: Codec): Uint32Array {
  const sums = new Uint32Array(Math.ceil(bytes.length / BLOCK));
  for (let block = 0; block < sums.length; block++) {
    sums[block] = checksum(bytes.subarray(block * BLOCK, (block + 1) * BLOCK));
  }
  return sums;
}

/** Writes sections one after the other, and their directory behind them. */
export class SectionWriter {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #codec: Codec;
  readonly #sections: Record<string, Section> = {};
  #at = 0;

  constructor(write: (bytes: Uint8Array) => void, codec: Codec) {
    this.#write = write;
    this.#codec = codec;
  }

  #put(bytes: Uint8Array): void {
    this.#write(bytes);
    this.#at += bytes.length;
  }

  add(name: string, numbers: Numbers): void {
    const bytes = bytesOf(numbers);
    this.#sections[name] = { kind: kindOf(numbers), at: this.#at, bytes: bytes.length };
    this.#put(bytes);
    this.#put(bytesOf(checksumsOf(bytes, this.#codec)));
  }

  addJson(name: string, value: unknown): void {
    this.add(name, encoder.encode(JSON.stringify(value)));
  }

  /** Text that is packed by itself, so that it can be read alone. */
  packed(text: string): Uint8Array {
    return this.#codec.pack(encoder.encode(text));
  }

  /** Ends the file. */
  finish(about: unknown): void {
    const directory: Directory = { about, sections: this.#sections };
    const bytes = encoder.encode(JSON.stringify(directory));
    const end = new DataView(new ArrayBuffer(END));
    end.setUint32(0, MARK);
    end.setFloat64(4, this.#at);
    end.setFloat64(12, bytes.length);
    end.setUint32(20, this.#codec.checksum(bytes));
    end.setUint32(24, this.#codec.checksum(new Uint8Array(end.buffer, 0, 24)));
    this.#put(bytes);
    this.#put(new Uint8Array(end.buffer));
  }
}

/** Reads sections, each part of them checked as it is read. Throws {@link DamagedColumns}. */
export class SectionReader {
  readonly about: unknown;
  readonly #source: ByteSource;
  readonly #codec: Codec;
  readonly #sections: Readonly<Record<string, Section>>;
  readonly #sums = new Map<string, Uint32Array>();

  constructor(source: ByteSource, codec: Codec) {
    this.#source = source;
    this.#codec = codec;
    const { about, sections } = this.#directory();
    this.about = about;
    this.#sections = sections;
  }

  #directory(): Directory {
    const start = this.#source.size - END;
    const end = this.#whole(start, start + END);
    const view = new DataView(end.buffer, end.byteOffset, END);
    if (view.getUint32(0) !== MARK || view.getUint32(24) !== this.#codec.checksum(end.subarray(0, 24))) {
      throw new DamagedColumns('its end is not that of a file of columns');
    }
    const at = view.getFloat64(4);
    const bytes = this.#whole(at, at + view.getFloat64(12));
    if (this.#codec.checksum(bytes) !== view.getUint32(20))
      throw new DamagedColumns('its directory is damaged');
    return JSON.parse(decoder.decode(bytes)) as Directory;
  }

  #whole(from: number, to: number): Uint8Array {
    const bytes = from < 0 ? new Uint8Array(0) : this.#source.read(from, to);
    if (bytes.length !== to - from) throw new DamagedColumns('it is cut short');
    return bytes;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#sections, name);
  }

  #section(name: string): Section {
    const section = this.has(name) ? this.#sections[name] : undefined;
    if (section === undefined) throw new DamagedColumns(`it has no “${name}”`);
    return section;
  }

  /** The checksums of the blocks of a section. */
  #sumsOf(name: string): Uint32Array {
    const known = this.#sums.get(name);
    if (known !== undefined) return known;
    const { at, bytes } = this.#section(name);
    const size = Math.ceil(bytes / BLOCK) * 4;
    const sums = new Uint32Array(this.#whole(at + bytes, at + bytes + size).slice().buffer);
    this.#sums.set(name, sums);
    return sums;
  }

  /** Bytes of a section in itself. */
  #bytes(name: string, from: number, to: number): Uint8Array {
    const { at, bytes: size } = this.#section(name);
    const [first, last] = [Math.floor(from / BLOCK), Math.ceil(to / BLOCK)];
    const start = first * BLOCK;
    const bytes = this.#whole(at + start, at + Math.min(last * BLOCK, size));
    const sums = this.#sumsOf(name);
    const found = checksumsOf(bytes, this.#codec);
    if (found.some((sum, block) => sum !== sums[first + block])) {
      throw new DamagedColumns(`“${name}” is damaged`);
    }
    return bytes.subarray(from - start, to - start);
  }

  /** How many bytes a section takes. */
  bytesOf(name: string): number {
    return this.#section(name).bytes;
  }

  numbers(name: string): Numbers {
    const { kind, bytes } = this.#section(name);
    return this.someNumbers(name, 0, bytes / ARRAYS[kind].BYTES_PER_ELEMENT);
  }

  /** Some of the numbers of a section. */
  someNumbers(name: string, from: number, to: number): Numbers {
    const { kind } = this.#section(name);
    const size = ARRAYS[kind].BYTES_PER_ELEMENT;
    const bytes = this.#bytes(name, from * size, to * size);
    return new ARRAYS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset, to - from);
  }

  json(name: string): unknown {
    return JSON.parse(this.text(name, 0, this.bytesOf(name)));
  }

  /** A part of a section that is packed text, from byte to byte. */
  packedText(name: string, from: number, to: number): string {
    return decoder.decode(this.#codec.unpack(this.#bytes(name, from, to)));
  }

  /** A part of a section as text, from byte to byte. */
  text(name: string, from: number, to: number): string {
    return decoder.decode(this.#bytes(name, from, to));
  }
}
