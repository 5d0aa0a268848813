import { analyse } from 'chardet';
import type { ByteEvidence } from './byte-evidence';
import { cyrillicEncoding } from './cyrillic';
import { decoderName } from './encoding-names';

/** Which encoding a text that is no Unicode has, or those it could as well have, the likeliest first. */
export type SingleByte =
  | { readonly kind: 'settled'; readonly encoding: string; readonly certain: boolean }
  | { readonly kind: 'unsettled'; readonly encodings: readonly string[] };

/** chardet says 0 to 100; words of a dozen letters already give 60 where the alphabet is its own. */
const SURE = 40;
const LEAD = 15;
const NEAR = 12;

/** Letters of Latin scripts past ASCII stand alone; those of other scripts make whole words. */
const LATIN_RUN = 1.8;
const FOREIGN = ['windows-1251', 'koi8-r', 'windows-1253', 'windows-1256', 'windows-1255'];
const LATIN = /^(windows-125[02478]|iso-8859-(1|2|3|4|9|10|13|14|15|16))$/;
const MULTI_BYTE = /^(shift_jis|big5|euc-|gb|iso-2022)/;

interface Candidate {
  readonly encoding: string;
  readonly confidence: number;
}

function candidates(words: Uint8Array): Candidate[] {
  const found = new Map<string, number>();
  for (const { name, confidence } of analyse(words)) {
    const encoding = decoderName(name);
    if (encoding === null || encoding.startsWith('utf-')) continue;
    found.set(encoding, Math.max(confidence, found.get(encoding) ?? 0));
  }
  return [...found]
    .map(([encoding, confidence]) => ({ encoding, confidence }))
    .sort((one, other) => other.confidence - one.confidence);
}

function readsAlike(words: Uint8Array, one: string, other: string): boolean {
  return new TextDecoder(one).decode(words) === new TextDecoder(other).decode(words);
}

/** Latin text of few words is Windows-1252 unless another encoding is clearly likelier and reads differently. */
function latin(found: readonly Candidate[], words: Uint8Array): SingleByte {
  const western = found.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0;
  const [best] = found.filter(({ encoding }) => !MULTI_BYTE.test(encoding) && !FOREIGN.includes(encoding));
  if (
    best === undefined ||
    best.confidence - western <= NEAR ||
    readsAlike(words, best.encoding, 'windows-1252')
  ) {
    return { kind: 'settled', encoding: 'windows-1252', certain: false };
  }
  return { kind: 'unsettled', encodings: [...new Set([best.encoding, 'windows-1252', 'windows-1251'])] };
}

/** Tells Windows-1252, Windows-1251 and others apart by the words that are not ASCII, with chardet. */
export function singleByte({ words, run }: ByteEvidence): SingleByte {
  const found = candidates(words);
  const [best, next] = found;
  if (best && best.confidence >= SURE && best.confidence - (next?.confidence ?? 0) >= LEAD) {
    return { kind: 'settled', encoding: best.encoding, certain: true };
  }
  if (run < LATIN_RUN) return latin(found, words);
  const cyrillic = cyrillicEncoding(words);
  if (cyrillic !== null) return { kind: 'settled', encoding: cyrillic, certain: false };
  const near = found.filter(({ confidence }) => best && best.confidence - confidence <= NEAR);
  const likely = near
    .map(({ encoding }) => encoding)
    .filter((one) => !MULTI_BYTE.test(one) && !LATIN.test(one));
  return {
    kind: 'unsettled',
    encodings: [...new Set([...likely, 'windows-1251', 'windows-1252', 'koi8-r'])].slice(0, 4),
  };
}
