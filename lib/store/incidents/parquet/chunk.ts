import type { ColumnChunk } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { type Leaf, typeOf } from './shred';
import { TextBytes } from './text-bytes';

/** Packs the bytes of a page. */
export interface PageCodec {
  readonly name: 'BROTLI';
  readonly pack: (bytes: Uint8Array) => Uint8Array;
}

/** Of so many values at least this share must be known from before, or those of a chunk are written as they come. */
const [TRIAL, MOST_NEW] = [1024, 0.75];

function widthOf(most: number): number {
  return most === 0 ? 0 : 32 - Math.clz32(most);
}

/** Levels or codes behind how many bytes they take. */
function putLevels(page: ByteWriter, levels: Uint8Array, most: number): void {
  const written = new ByteWriter(levels.length >> 2);
  writeRleBitPackedHybrid(written, levels as never, widthOf(most));
  page.appendUint32(written.offset);
  page.appendBytes(written.getBytes());
}

/** What the rows of a group have in a leaf, of which each has one of the values there. */
interface Entries {
  readonly count: number;
  readonly defined: Uint8Array;
  readonly repeated: Uint8Array;
  /** Which of the plain values of the leaf come, one after the other. */
  readonly plain: Uint32Array;
}

function entriesOf(
  { firstEntry, firstPlain, defined, repeated, mostRepeated }: Leaf,
  values: Uint32Array,
): Entries {
  let [count, stated] = [0, 0];
  for (const value of values) {
    count += firstEntry[value + 1]! - firstEntry[value]!;
    stated += firstPlain[value + 1]! - firstPlain[value]!;
  }
  const [depths, repeats] = [new Uint8Array(count), new Uint8Array(mostRepeated === 0 ? 0 : count)];
  const plain = new Uint32Array(stated);
  let [entry, at] = [0, 0];
  for (const value of values) {
    for (let from = firstEntry[value]!; from < firstEntry[value + 1]!; from++) {
      if (mostRepeated > 0) repeats[entry] = repeated[from]!;
      depths[entry++] = defined[from]!;
    }
    for (let from = firstPlain[value]!; from < firstPlain[value + 1]!; from++) plain[at++] = from;
  }
  return { count, defined: depths, repeated: repeats, plain };
}

/** The distinct values among those that come, and the code of each that comes; null where hardly any comes again. */
function dictionaryOf(
  { kind, plain }: Leaf,
  coming: Uint32Array,
): { distinct: Leaf['plain']; codes: Uint32Array } | null {
  if (kind === 'flag') return null;
  const known = new Map<unknown, number>();
  const codeOf = new Int32Array(plain.length).fill(-1);
  const codes = new Uint32Array(coming.length);
  for (let at = 0; at < coming.length; at++) {
    const place = coming[at]!;
    let code = codeOf[place]!;
    if (code < 0) {
      const value = plain[place]!;
      code = known.get(value) ?? known.size;
      if (code === known.size) known.set(value, code);
      codeOf[place] = code;
    }
    codes[at] = code;
    if (at === TRIAL && known.size > TRIAL * MOST_NEW) return null;
  }
  return { distinct: [...known.keys()] as Leaf['plain'], codes };
}

/** Values as they are, one after the other. */
function putPlain(page: ByteWriter, { kind }: Leaf, values: Leaf['plain']): void {
  if (kind === 'text') {
    const texts = new TextBytes();
    for (const value of values) texts.add(value as string);
    page.appendBytes(texts.bytes());
  } else if (kind === 'whole') for (const value of values) page.appendInt32(value as number);
  else if (kind === 'number') for (const value of values) page.appendFloat64(value as number);
  else {
    for (let at = 0; at < values.length; at += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit++) if (values[at + bit] === true) byte |= 1 << bit;
      page.appendUint8(byte);
    }
  }
}

/** Writes a page, and gives its size before it was packed. */
function putPage(
  out: ByteWriter,
  bytes: Uint8Array,
  codec: PageCodec,
  header: Omit<Parameters<typeof writePageHeader>[1], 'uncompressed_page_size' | 'compressed_page_size'>,
): number {
  const packed = codec.pack(bytes);
  const begun = out.offset;
  writePageHeader(out, {
    ...header,
    uncompressed_page_size: bytes.length,
    compressed_page_size: packed.length,
  });
  const size = out.offset - begun;
  out.appendBytes(packed);
  return size + bytes.length;
}

/** Writes what a group of rows has in a leaf, as a page behind its dictionary. `values` says which of the values that were shredded each row has. */
export function putChunk(out: ByteWriter, leaf: Leaf, values: Uint32Array, codec: PageCodec): ColumnChunk {
  const { count, defined, repeated, plain } = entriesOf(leaf, values);
  const dictionary = dictionaryOf(leaf, plain);
  const begun = out.offset;
  let size = 0;
  if (dictionary !== null) {
    const bytes = new ByteWriter();
    putPlain(bytes, leaf, dictionary.distinct);
    size += putPage(out, bytes.getBytes(), codec, {
      type: 'DICTIONARY_PAGE',
      dictionary_page_header: { num_values: dictionary.distinct.length, encoding: 'PLAIN' },
    });
  }
  const at = out.offset;
  const page = new ByteWriter(1 << 16);
  if (leaf.mostRepeated > 0) putLevels(page, repeated, leaf.mostRepeated);
  putLevels(page, defined, leaf.mostDefined);
  if (dictionary === null)
    putPlain(
      page,
      leaf,
      Array.from(plain, (place) => leaf.plain[place]!),
    );
  else {
    const width = Math.max(1, widthOf(dictionary.distinct.length - 1));
    page.appendUint8(width);
    writeRleBitPackedHybrid(page, dictionary.codes as never, width);
  }
  const encoding = dictionary === null ? 'PLAIN' : 'RLE_DICTIONARY';
  size += putPage(out, page.getBytes(), codec, {
    type: 'DATA_PAGE',
    data_page_header: {
      num_values: count,
      encoding,
      definition_level_encoding: 'RLE',
      repetition_level_encoding: 'RLE',
    },
  });
  return {
    file_offset: BigInt(begun),
    meta_data: {
      type: typeOf(leaf),
      encodings: dictionary === null ? ['PLAIN', 'RLE'] : ['PLAIN', 'RLE', 'RLE_DICTIONARY'],
      path_in_schema: [...leaf.path],
      codec: codec.name,
      num_values: BigInt(count),
      total_uncompressed_size: BigInt(size),
      total_compressed_size: BigInt(out.offset - begun),
      data_page_offset: BigInt(at),
      ...(dictionary === null ? {} : { dictionary_page_offset: BigInt(begun) }),
    },
  };
}
