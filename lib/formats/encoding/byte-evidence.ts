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
  /** Lines with bytes past ASCII, the first of the text, 32 KiB of them at most: in some encodings a byte of ASCII ends a letter. */
  readonly lines: Uint8Array;
}

const MOST_WORDS = 1 << 15;
const MOST_LINES = 1 << 15;
const BLANK = 32;
const NEWLINE = 10;
const RETURN = 13;
/** Bytes below this, among them delimiters, blanks and ends of lines, are no part of a letter of several bytes. */
const LEAST_OF_LETTER = 0x30;

/** Where bytes end behind the last that is no part of a letter of several bytes; 0 where there is none. */
export function wholeEnd(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => byte < LEAST_OF_LETTER) + 1;
}

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

/** Gathers lines that are not ASCII. Of a first one that is longer than there is room for, what ends where no letter can be cut. */
function lineCollector() {
  const lines = new Uint8Array(MOST_LINES);
  // What is kept, and behind it how much of the line that is read.
  let [kept, read] = [0, 0];
  let [isForeign, isFull] = [false, false];
  const endLine = () => {
    if (isForeign) kept += read;
    [read, isForeign] = [0, false];
  };
  const overflow = () => {
    isFull = isForeign || kept === MOST_LINES;
    if (kept === 0 && isForeign) kept = wholeEnd(lines);
    [read, isForeign] = [0, false];
  };
  const observe = (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length && !isFull; at += 1) {
      const byte = chunk[at]!;
      lines[kept + read] = byte;
      read += 1;
      if (byte >= 0x80) isForeign = true;
      if (byte === NEWLINE || byte === RETURN) endLine();
      if (kept + read === MOST_LINES) overflow();
    }
  };
  const conclude = () => {
    endLine();
    return lines.subarray(0, kept);
  };
  return { observe, conclude };
}

/** How many characters of a text are past ASCII, and how many stand for bytes that are no text. */
export function countCharacters(text: string): { foreign: number; replaced: number } {
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
  const [collector, lines] = [wordCollector(), lineCollector()];
  let [whole, broken] = [0, 0];
  for await (const chunk of source.stream(signal)) {
    const { foreign, replaced } = countCharacters(decoder.decode(chunk, { stream: true }));
    whole += foreign;
    broken += replaced;
    if (foreign + replaced > 0) {
      collector.observe(chunk);
      lines.observe(chunk);
    }
    await pause();
  }
  broken += countCharacters(decoder.decode()).replaced;
  return { whole, broken, ...collector.conclude(), lines: lines.conclude() };
}
