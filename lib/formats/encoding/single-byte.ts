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
    if (encoding === null || encoding.startsWith('utf-') || !reads(words, encoding)) continue;
    found.set(encoding, Math.max(confidence, found.get(encoding) ?? 0));
  }
  return [...found]
    .map(([encoding, confidence]) => ({ encoding, confidence }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** Whether an encoding has a character for every byte of the words. */
function reads(words: Uint8Array, encoding: string): boolean {
  return !new TextDecoder(encoding).decode(words).includes('\ufffd');
}

/** Signs that stand in no word, beside a letter: `£ód¼` is no word, and `Łódź` is. */
const SIGN_IN_WORD = /[£¥¢¤¼½¾¹³¶±¦¬]\p{L}|\p{L}[£¥¢¤¼½¾¹³¶±¦¬]/u;
const OTHER_LATIN = ['windows-1250', 'iso-8859-2', 'windows-1254', 'windows-1257'];

/** The share of the words that must have such signs; in fewer they are what another fault has left. */
const SIGNS = 1 / 3;

/** The encodings that make words of what Windows-1252 makes letters and signs of; none where it makes words. */
function wordier(words: Uint8Array): readonly string[] {
  const all = (encoding: string) => new TextDecoder(encoding).decode(words).trim().split(' ');
  const signs = (encoding: string) => all(encoding).filter((word) => SIGN_IN_WORD.test(word)).length;
  if (signs('windows-1252') < all('windows-1252').length * SIGNS) return [];
  return OTHER_LATIN.filter((one) => reads(words, one) && signs(one) === 0);
}

function readsAlike(words: Uint8Array, one: string, other: string): boolean {
  return new TextDecoder(one).decode(words) === new TextDecoder(other).decode(words);
}

/** Latin text of few words is Windows-1252 unless another encoding is clearly likelier and reads differently. */
function latin(found: readonly Candidate[], words: Uint8Array): SingleByte {
  const others = wordier(words);
  if (others.length > 0) return { kind: 'unsettled', encodings: [...others, 'windows-1252'] };
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
