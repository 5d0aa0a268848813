import { pause } from '../../caches/pause';
import type { ByteSource } from '../source/byte-source';

/** Some text, and how many bytes of the source have been read with it. */
export interface DecodedText {
  readonly text: string;
  readonly bytes: number;
}

/** Characters after which other work gets its turn: some hundredths of a second of reading. */
const TURN = 4_000_000;

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
  for await (const chunk of source.stream(signal)) {
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
