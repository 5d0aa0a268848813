import { pause } from '../../caches/pause';
import type { ByteSource } from '../source/byte-source';

/** What the bytes of a text say about its encoding, over all of them. */
export interface ByteEvidence {
  /** Characters past ASCII that are whole UTF-8, and places that are not UTF-8. */
  readonly whole: number;
  readonly broken: number;
  /** Distinct words with bytes past ASCII, separated by blanks, the first of the text, some thousand. */
  readonly words: Uint8Array;
  /** How many bytes past ASCII stand together in those words, on average. */
  readonly run: number;
}

const MOST_WORDS = 1 << 15;
const BLANK = 32;

function isLetter(byte: number): boolean {
  return byte >= 0x80 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** Gathers words of bytes that are not ASCII. */
function wordCollector() {
  const words = new Uint8Array(MOST_WORDS);
  let [filled, high, runs] = [0, 0, 0];
  const seen = new Set<string>();
  const add = (word: Uint8Array) => {
    const name = word.join();
    if (seen.has(name)) return;
    seen.add(name);
    words.set(word, filled);
    filled += word.length;
    words[filled] = BLANK;
    filled += 1;
    word.forEach((byte, at) => {
      if (byte < 0x80) return;
      high += 1;
      if (at === 0 || (word[at - 1] ?? 0) < 0x80) runs += 1;
    });
  };
  const observe = (chunk: Uint8Array) => {
    let [start, foreign] = [0, false];
    for (let at = 0; at <= chunk.length; at += 1) {
      const byte = chunk[at] ?? BLANK;
      if (byte >= 0x80) foreign = true;
      if (isLetter(byte)) continue;
      if (foreign) {
        if (filled + at - start + 1 > MOST_WORDS) return;
        add(chunk.subarray(start, at));
      }
      [start, foreign] = [at + 1, false];
    }
  };
  return {
    observe,
    conclude: () => ({ words: words.subarray(0, filled), run: runs === 0 ? 0 : high / runs }),
  };
}

function countCharacters(text: string): { foreign: number; replaced: number } {
  let [foreign, replaced] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) replaced += 1;
    else if (code >= 0x80 && (code < 0xdc00 || code > 0xdfff)) foreign += 1;
  }
  return { foreign, replaced };
}

/** Whether every byte of a source is UTF-8. */
export async function isUtf8(source: ByteSource, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source.stream(signal)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Looks at every byte of a source that is not UTF-8. Throws what the source throws, and `AbortError`. */
export async function byteEvidence(source: ByteSource, signal?: AbortSignal): Promise<ByteEvidence> {
  const decoder = new TextDecoder('utf-8');
  const collector = wordCollector();
  let [whole, broken] = [0, 0];
  for await (const chunk of source.stream(signal)) {
    const { foreign, replaced } = countCharacters(decoder.decode(chunk, { stream: true }));
    whole += foreign;
    broken += replaced;
    if (foreign + replaced > 0) collector.observe(chunk);
    await pause();
  }
  return { whole, broken: broken + countCharacters(decoder.decode()).replaced, ...collector.conclude() };
}
