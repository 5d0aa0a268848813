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
export interface Directory {
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

/** The bytes of numbers as they lie in memory. */
export function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function checksumsOf(bytes: Uint8Array, { checksum }: Codec): Uint32Array {
  const sums = new Uint32Array(Math.ceil(bytes.length / BLOCK));
  for (let block = 0; block < sums.length; block++) {
    sums[block] = checksum(bytes.subarray(block * BLOCK, (block + 1) * BLOCK));
  }
  return sums;
}

/** Bytes of a section that are written at once: whole blocks. */
const ROOM = BLOCK << 8;

/** A section whose bytes come in pieces. */
export interface OpenSection {
  put(bytes: Uint8Array): void;
  /** Ends it; no other section begins before. */
  end(): void;
}

/** Writes sections one after the other, and their directory behind them. What `write` is given holds for as long as it runs. */
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

  /** Begins a section that comes in pieces, which together are whole numbers of the kind. */
  begin(name: string, kind: NumberKind): OpenSection {
    const [at, sums] = [this.#at, [] as Uint32Array[]];
    const [room, codec] = [new Uint8Array(ROOM), this.#codec];
    let used = 0;
    const pass = (bytes: Uint8Array) => {
      sums.push(checksumsOf(bytes, codec));
      this.#put(bytes);
    };
    const put = (bytes: Uint8Array) => {
      for (let from = 0; from < bytes.length; ) {
        const some = bytes.subarray(from, from + ROOM - used);
        from += some.length;
        if (some.length === ROOM) {
          pass(some);
          continue;
        }
        room.set(some, used);
        used += some.length;
        if (used < ROOM) continue;
        pass(room);
        used = 0;
      }
    };
    const end = () => {
      pass(room.subarray(0, used));
      this.#sections[name] = { kind, at, bytes: this.#at - at };
      for (const some of sums) this.#put(bytesOf(some));
    };
    return { put, end };
  }

  add(name: string, numbers: Numbers): void {
    const bytes = bytesOf(numbers);
    const [kind, at] = [kindOf(numbers), this.#at];
    this.#put(bytes);
    this.#sections[name] = { kind, at, bytes: bytes.length };
    this.#put(bytesOf(checksumsOf(bytes, this.#codec)));
  }

  addJson(name: string, value: unknown): void {
    this.add(name, encoder.encode(JSON.stringify(value)));
  }

  /** Text in UTF-8 that is packed by itself, so that it can be read alone. */
  packed(text: Uint8Array): Uint8Array {
    return this.#codec.pack(text);
  }

  /** The directory of what was written so far, which grows with what comes. */
  directory(about: unknown): Directory {
    return { about, sections: this.#sections };
  }

  /** Ends the file. */
  finish(about: unknown): void {
    const bytes = encoder.encode(JSON.stringify(this.directory(about)));
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
  readonly #source: Pick<ByteSource, 'read'>;
  readonly #codec: Codec;
  readonly #sections: Readonly<Record<string, Section>>;
  readonly #sums = new Map<string, Uint32Array>();

  /** `directory` is that of a file which is not yet whole. */
  constructor(source: ByteSource, codec: Codec, directory?: Directory) {
    this.#source = source;
    this.#codec = codec;
    const { about, sections } = directory ?? this.#directory(source);
    this.about = about;
    this.#sections = sections;
  }

  #directory({ size }: ByteSource): Directory {
    const start = size - END;
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

  /** How many bytes a number of a section takes. */
  widthOf(name: string): number {
    return ARRAYS[this.#section(name).kind].BYTES_PER_ELEMENT;
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
