import type { ColumnChunk } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { putLevels, runOf, runsOf } from './runs';
import { type Leaf, type LeafType, typeOf } from './shred';
import { TextBytes } from './text-bytes';

/** Packs the bytes of a page. */
export interface PageCodec {
  readonly name: 'BROTLI';
  readonly pack: (bytes: Uint8Array) => Uint8Array;
}

/** Of so many values at least this share must be known from before, or those of a chunk are written as they come. */
export const [TRIAL, MOST_NEW] = [1024, 0.75] as const;

function widthOf(most: number): number {
  return most === 0 ? 0 : 32 - Math.clz32(most);
}

/** What rows have in a leaf: levels in runs, and of the values that are stated which come, one after the other. */
interface Entries {
  readonly count: number;
  readonly defined: Uint8Array;
  readonly repeated: Uint8Array | null;
  /** Which of the plain values of the leaf come. */
  readonly plain: Uint32Array;
}

const NONE = new Uint32Array(0);

/** Of a leaf in which every value has one entry. */
function singleEntries({ firstPlain, defined, mostDefined }: Leaf, values: Uint32Array): Entries {
  const [count, width, first] = [values.length, widthOf(mostDefined), defined[0] ?? 0];
  if (defined.every((depth) => depth === first)) {
    const plain = first === mostDefined ? values : NONE;
    return { count, defined: runOf(first, count, width), repeated: null, plain };
  }
  const [depths, plain] = [new Uint8Array(count), new Uint32Array(count)];
  let stated = 0;
  for (let at = 0; at < count; at++) {
    const value = values[at]!;
    const depth = defined[value]!;
    depths[at] = depth;
    if (depth === mostDefined) plain[stated++] = firstPlain[value]!;
  }
  return { count, defined: runsOf(depths, width), repeated: null, plain: plain.subarray(0, stated) };
}

function entriesOf(leaf: Leaf, values: Uint32Array): Entries {
  const { firstEntry, firstPlain, defined, repeated, mostDefined, mostRepeated } = leaf;
  if (mostRepeated === 0) return singleEntries(leaf, values);
  let [count, stated] = [0, 0];
  for (const value of values) {
    count += firstEntry[value + 1]! - firstEntry[value]!;
    stated += firstPlain[value + 1]! - firstPlain[value]!;
  }
  const [depths, repeats, plain] = [new Uint8Array(count), new Uint8Array(count), new Uint32Array(stated)];
  let [entry, at] = [0, 0];
  for (const value of values) {
    for (let from = firstEntry[value]!; from < firstEntry[value + 1]!; from++) {
      repeats[entry] = repeated[from]!;
      depths[entry++] = defined[from]!;
    }
    for (let from = firstPlain[value]!; from < firstPlain[value + 1]!; from++) plain[at++] = from;
  }
  const [depthRuns, repeatRuns] = [
    runsOf(depths, widthOf(mostDefined)),
    runsOf(repeats, widthOf(mostRepeated)),
  ];
  return { count, defined: depthRuns, repeated: repeatRuns, plain };
}

/** Distinct values, and the codes of those that come. */
export interface Coded<T> {
  readonly distinct: T;
  readonly codes: Uint32Array;
}

/** The distinct values among those that come, and the code of each that comes; null where hardly any comes again. */
function dictionaryOf({ kind, plain }: Leaf, coming: Uint32Array): Coded<Leaf['plain']> | null {
  if (kind === 'flag') return null;
  if (plain.length === 1) return { distinct: plain, codes: new Uint32Array(coming.length) };
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

/** The plain values of some places, one after the other. */
function putPlain(
  page: ByteWriter,
  { kind, plain }: Pick<Leaf, 'kind' | 'plain'>,
  places?: Uint32Array,
): void {
  const count = places?.length ?? plain.length;
  const value = (at: number) => plain[places === undefined ? at : places[at]!];
  if (kind === 'text') {
    const texts = new TextBytes();
    for (let at = 0; at < count; at++) texts.add(value(at) as string);
    page.appendBytes(texts.bytes());
  } else if (kind === 'whole') for (let at = 0; at < count; at++) page.appendInt32(value(at) as number);
  else if (kind === 'number') for (let at = 0; at < count; at++) page.appendFloat64(value(at) as number);
  else {
    for (let at = 0; at < count; at += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8 && at + bit < count; bit++) if (value(at + bit) === true) byte |= 1 << bit;
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

/** What is written of a leaf for a group of rows. `putPlain` writes all values where there is no dictionary. */
export interface ChunkParts extends Omit<Entries, 'plain'> {
  readonly dictionary:
    | (Omit<Coded<number>, 'distinct'> & { readonly count: number; readonly bytes: Uint8Array })
    | null;
  readonly putPlain: (page: ByteWriter) => void;
}

/** Writes a page of values, behind its dictionary where it has one. */
export function putPages(
  out: ByteWriter,
  leaf: LeafType,
  { count, repeated, defined, dictionary, putPlain }: ChunkParts,
  codec: PageCodec,
): ColumnChunk {
  const begun = out.offset;
  let size = 0;
  if (dictionary !== null) {
    size += putPage(out, dictionary.bytes, codec, {
      type: 'DICTIONARY_PAGE',
      dictionary_page_header: { num_values: dictionary.count, encoding: 'PLAIN' },
    });
  }
  const at = out.offset;
  // Of few rows little: a file has some ninety pages, and room that is not filled is made and taken down for each.
  const page = new ByteWriter(Math.min(1 << 16, 64 + 8 * count));
  if (repeated !== null) putLevels(page, repeated);
  putLevels(page, defined);
  if (dictionary === null) putPlain(page);
  else {
    const width = Math.max(1, widthOf(dictionary.count - 1));
    page.appendUint8(width);
    page.appendBytes(runsOf(dictionary.codes, width));
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

/** Writes what a group of rows has in a leaf, as a page behind its dictionary. `values` says which of the values that were shredded each row has. */
export function putChunk(out: ByteWriter, leaf: Leaf, values: Uint32Array, codec: PageCodec): ColumnChunk {
  const { plain, ...entries } = entriesOf(leaf, values);
  const coded = dictionaryOf(leaf, plain);
  const bytes = new ByteWriter();
  if (coded !== null) putPlain(bytes, { kind: leaf.kind, plain: coded.distinct });
  const parts: ChunkParts = {
    ...entries,
    dictionary:
      coded === null ? null : { count: coded.distinct.length, bytes: bytes.getBytes(), codes: coded.codes },
    putPlain: (page) => putPlain(page, leaf, plain),
  };
  return putPages(out, leaf, parts, codec);
}
