import { decodeStream } from '../../encoding/decode-stream';
import type { ByteSource } from '../../source/byte-source';
import { joined } from '../../source/unpacked-source';

/** Some of a text in UTF-8, and how many bytes of the source have been read with it. */
export interface Utf8Part {
  readonly bytes: Uint8Array;
  readonly read: number;
}

const MARK = [0xef, 0xbb, 0xbf];

async function* plainParts(source: ByteSource): AsyncGenerator<Utf8Part> {
  let read = 0;
  for await (const bytes of source.stream()) {
    read += bytes.length;
    yield { bytes, read };
  }
}

async function* encodedParts(source: ByteSource, encoding: string): AsyncGenerator<Utf8Part> {
  const encoder = new TextEncoder();
  for await (const { text, bytes } of decodeStream(source, encoding)) {
    yield { bytes: encoder.encode(text), read: bytes };
  }
}

/** The bytes of a source that is in UTF-8, without a byte order mark. */
async function* unmarkedParts(source: ByteSource): AsyncGenerator<Utf8Part> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const { bytes, read } of plainParts(source)) {
    if (head === null) yield { bytes, read };
    else {
      const begun: Uint8Array = joined([head, bytes]);
      const isWhole = begun.length >= MARK.length;
      head = isWhole ? null : begun;
      const isMarked = MARK.every((byte, at) => begun[at] === byte);
      if (isWhole) yield { bytes: isMarked ? begun.subarray(MARK.length) : begun, read };
    }
  }
  if (head !== null && head.length > 0) yield { bytes: head, read: head.length };
}

/** The text of a source in UTF-8 from its start, without a byte order mark. Throws what the source throws. */
export function utf8Parts(source: ByteSource, encoding: string): AsyncGenerator<Utf8Part> {
  return encoding === 'utf-8' ? unmarkedParts(source) : encodedParts(source, encoding);
}
