import type { ReadingQuestion } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { type ByteEvidence, byteEvidence, isUtf8 } from './byte-evidence';
import { decoderName, encodingName } from './encoding-names';
import { isMultiByte, otherEncoding } from './other-encoding';

/** How the bytes of a text are read, and what a reader should know of it. */
export interface TextEncoding {
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  readonly notes: readonly string[];
  readonly questions: readonly ReadingQuestion[];
  /** Whether it is so, where that is taken for granted while all bytes are looked at. */
  readonly isUtf8?: Promise<boolean>;
}

const HEAD = 4096;
/** What is looked at before the rest is taken for UTF-8. */
const PRESUMING = 1 << 20;
const SAMPLE = 60;

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a byte order mark: digits, blanks and delimiters leave zeros, all in odd places or all in even ones. */
function bareUtf16(head: Uint8Array): string | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) < Math.max(4, head.length / 20) || Math.min(even, odd) * 20 > Math.max(even, odd))
    return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The words past ASCII as an encoding reads them. */
function wordsIn({ words, lines }: ByteEvidence, encoding: string): string {
  if (!isMultiByte(encoding)) return new TextDecoder(encoding).decode(words);
  return [...new Set(new TextDecoder(encoding).decode(lines).match(/[^\0-\x7f]+/g))].join(' ');
}

function sampleOf(evidence: ByteEvidence, encoding: string): string {
  return wordsIn(evidence, encoding).slice(0, SAMPLE).trim();
}

/** Of encodings that read the words alike, the first. */
function distinct(encodings: readonly string[], evidence: ByteEvidence): readonly string[] {
  const byText = new Map(encodings.toReversed().map((one) => [wordsIn(evidence, one), one]));
  const kept = new Set(byText.values());
  return encodings.filter((one) => kept.has(one));
}

/** Asks which of some encodings it is, by showing how the words would read. */
function ask(all: readonly string[], evidence: ByteEvidence): ReadingQuestion {
  const encodings = distinct(all, evidence);
  return {
    id: 'encoding',
    text: 'The bytes do not settle how the text is encoded. Which of these reads right?',
    options: encodings.map((encoding) => ({
      value: encoding,
      label: `${encodingName(encoding)}: ${sampleOf(evidence, encoding)}`,
      change: { reading: { encoding } },
    })),
  };
}

function damaged(evidence: ByteEvidence): TextEncoding {
  const places = evidence.broken === 1 ? 'one place is' : `${evidence.broken} places are`;
  const notes = [`The text is UTF-8, but ${places} not; each row with such a place is listed.`];
  const doubtful = evidence.broken * 5 > evidence.whole;
  const questions = doubtful ? [ask(['utf-8', 'windows-1252', 'windows-1251'], evidence)] : [];
  return { encoding: 'utf-8', notes, questions };
}

function fromEvidence(evidence: ByteEvidence): TextEncoding {
  if (evidence.whole >= evidence.broken) return damaged(evidence);
  const found = otherEncoding(evidence);
  if (found.kind === 'settled') {
    const name = encodingName(found.encoding);
    const notes = found.certain
      ? []
      : [`The text is not UTF-8; it is taken as ${name}: “${sampleOf(evidence, found.encoding)}”.`];
    return { encoding: found.encoding, notes, questions: [] };
  }
  const encoding = found.encodings[0] ?? 'windows-1252';
  // Words cannot be told by their letters alone in the encoding of Central Europe, so it is always offered.
  const offered = [...new Set([...found.encodings, 'windows-1250'])];
  return { encoding, notes: [], questions: [ask(offered, evidence)] };
}

/** Whether the first bytes of a source are UTF-8, as far as they are whole characters. */
async function beginsAsUtf8(source: ByteSource): Promise<boolean> {
  try {
    const some = await source.slice(0, Math.min(PRESUMING, source.size));
    new TextDecoder('utf-8', { fatal: true }).decode(some, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Finds how a text is encoded: by a byte order mark, by the zeros of UTF-16, else by all of its bytes. Where a thread is to read its rows,
 * these are looked at while it does. Null where `wanted` is an encoding that no decoder knows.
 */
export async function findEncoding(
  source: ByteSource,
  wanted: string | null,
  signal?: AbortSignal,
): Promise<TextEncoding | null> {
  const plain = (encoding: string | null) => encoding && { encoding, notes: [], questions: [] };
  if (wanted !== null) return plain(decoderName(wanted)) || null;
  const head = await source.slice(0, Math.min(HEAD, source.size));
  const marked = plain(markOf(head) === 'utf-8' ? null : (markOf(head) ?? bareUtf16(head)));
  if (marked) return marked;
  if (source.isNotUtf8) return fromEvidence(await byteEvidence(source, signal));
  if (source.startRows !== undefined && (await beginsAsUtf8(source))) {
    const found = isUtf8(source, signal);
    // It is told where the rows are read.
    found.catch(() => undefined);
    return { encoding: 'utf-8', notes: [], questions: [], isUtf8: found };
  }
  if (await isUtf8(source, signal)) return plain('utf-8') || null;
  return fromEvidence(await byteEvidence(source, signal));
}
