import type { ColumnChunk } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import { type ChunkParts, MOST_NEW, type PageCodec, putPages, TRIAL } from './chunk';
import { runOf, runsOf } from './runs';
import type { LeafType } from './shred';
import { TextBytes } from './text-bytes';

/** Writes the text of a row; false, and nothing, where it has none. */
export type PutText = (row: number, texts: TextBytes) => boolean;

/** The texts of a group of rows one after the other, and where each begins; one more than there are. */
interface Written {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
}

/** The codes of texts among the distinct ones; null where hardly any comes again. Equal texts have equal bytes. */
function dictionaryOf({ bytes, starts }: Written): ChunkParts['dictionary'] {
  const count = starts.length - 1;
  const [known, places] = [new Map<string, number>(), [] as number[]];
  const codes = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const text = bytes.toString('latin1', starts[at], starts[at + 1]);
    let code = known.get(text);
    if (code === undefined) {
      code = known.size;
      known.set(text, code);
      places.push(at);
    }
    codes[at] = code;
    if (at === TRIAL && known.size > TRIAL * MOST_NEW) return null;
  }
  const distinct = places.map((place) => bytes.subarray(starts[place], starts[place + 1]));
  return { count: distinct.length, bytes: Buffer.concat(distinct), codes };
}

/** A column of texts of which nearly each row has its own: they are written as they are, without being told apart. */
export class OwnTexts {
  readonly #texts = new TextBytes();
  readonly #leaf: LeafType;

  constructor(
    name: string,
    private readonly put: PutText,
  ) {
    this.#leaf = { kind: 'text', path: [name], mostDefined: 1, mostRepeated: 0 };
  }

  /** Writes what a group of rows has. */
  putChunk(out: ByteWriter, rows: Uint32Array, codec: PageCodec): ColumnChunk {
    const texts = this.#texts;
    texts.clear();
    const [depths, starts] = [new Uint8Array(rows.length), new Uint32Array(rows.length + 1)];
    let stated = 0;
    for (let at = 0; at < rows.length; at++) {
      if (!this.put(rows[at]!, texts)) continue;
      depths[at] = 1;
      starts[++stated] = texts.size;
    }
    const written = { bytes: texts.bytes(), starts: starts.subarray(0, stated + 1) };
    const parts: ChunkParts = {
      count: rows.length,
      repeated: null,
      defined: stated === rows.length ? runOf(1, stated, 1) : runsOf(depths, 1),
      dictionary: dictionaryOf(written),
      putPlain: (page) => page.appendBytes(written.bytes),
    };
    return putPages(out, this.#leaf, parts, codec);
  }
}
