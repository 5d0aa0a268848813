import { pause } from '../../caches/pause';
import type { ByteSource } from '../source/byte-source';
import { joined } from '../source/unpacked-source';
import { wholeEnd } from './byte-evidence';
import { isMultiByte, isStateful } from './other-encoding';

/** Some text, and how many bytes of the source have been read with it. */
export interface DecodedText {
  readonly text: string;
  readonly bytes: number;
}

/** Characters after which other work gets its turn: some hundredths of a second of reading. */
const TURN = 4_000_000;

/**
 * The same bytes in parts that end where no letter of several bytes can, but for the last: of letters that are damaged where a part
 * ends, decoders make what they make of no whole text, and that of Node throws.
 */
async function* wholeLetters(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = wholeEnd(chunk);
    if (end > 0) {
      yield joined([...begun, chunk.subarray(0, end)]);
      begun = [];
    }
    if (end < chunk.length) begun.push(chunk.slice(end));
  }
  yield joined(begun);
}

/**
 * The text of a source from its start, decoded as it comes; a byte order mark is passed over, and bytes that are no text
 * become U+FFFD. Throws what the source throws, and `AbortError`.
 */
export async function* decodeStream(
  source: ByteSource,
  encoding: string,
  signal?: AbortSignal,
): AsyncGenerator<DecodedText> {
  const decoder = new TextDecoder(encoding);
  let [bytes, since] = [0, 0];
  const chunks = source.stream(signal);
  for await (const chunk of isMultiByte(encoding) && !isStateful(encoding) ? wholeLetters(chunks) : chunks) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    since += text.length;
    if (since > TURN) {
      since = 0;
      await pause();
      signal?.throwIfAborted();
    }
    yield { text, bytes };
  }
  const text = decoder.decode();
  if (text !== '') yield { text, bytes };
}
