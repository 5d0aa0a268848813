import { analyse } from 'chardet';
import { type ByteEvidence, countCharacters } from './byte-evidence';
import { cyrillicEncoding } from './cyrillic';
import { decoderName } from './encoding-names';

/** Which encoding a text that is no Unicode has, or those it could as well have, the likeliest first. */
export type OtherEncoding =
  | { readonly kind: 'settled'; readonly encoding: string; readonly certain: boolean }
  | { readonly kind: 'unsettled'; readonly encodings: readonly string[] };

/** chardet says 0 to 100; words of a dozen letters already give 60 where the alphabet is its own. */
const SURE = 40;
const LEAD = 15;
const NEAR = 12;
/** The same among Latin scripts, of which a wrong one is told by no strange signs. */
const NEAR_LATIN = 4;
const MOST_OFFERED = 4;
/** So few bytes past ASCII are no more than a few words. */
const FEW_BYTES = 40;

/** Letters of Latin scripts past ASCII stand alone; those of other scripts make whole words. */
const LATIN_RUN = 1.8;
const FOREIGN = ['windows-1251', 'koi8-r', 'windows-1253', 'windows-1256', 'windows-1255'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'];
const LATIN = /^(windows-125[02478]|iso-8859-(1|2|3|4|9|10|13|14|15|16))$/;
const MULTI_BYTE = /^(shift_jis|big5|euc-|gb|iso-2022)/;

/** Whether letters past ASCII take several bytes in an encoding that is no Unicode. */
export function isMultiByte(encoding: string): boolean {
  return MULTI_BYTE.test(encoding);
}

interface Candidate {
  readonly encoding: string;
  readonly confidence: number;
}

/** The encodings that a sample may have, of those whose letters take several bytes or of the others. */
function candidatesIn(sample: Uint8Array, wantsMultiByte: boolean): readonly (readonly [string, number])[] {
  return analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = decoderName(name);
    if (encoding === null || encoding.startsWith('utf-') || isMultiByte(encoding) !== wantsMultiByte)
      return [];
    return reads(sample, encoding) ? [[encoding, confidence] as const] : [];
  });
}

function candidates({ words, lines }: ByteEvidence): Candidate[] {
  const found = new Map<string, number>();
  for (const [encoding, confidence] of [...candidatesIn(words, false), ...candidatesIn(lines, true)]) {
    found.set(encoding, Math.max(confidence, found.get(encoding) ?? 0));
  }
  return [...found]
    .map(([encoding, confidence]) => ({ encoding, confidence }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** Narrow signs of Japanese, each of one byte, which make no words of their own. */
const NARROW = /[\uff61-\uff9f]{2}/;

/** Of so many letters of several bytes one may be broken: each row with such a place is told. */
const WHOLE = 50;

/** Whether an encoding has a character for every byte of a sample, or for nearly every pair of bytes. */
function reads(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  if (!isMultiByte(encoding)) return !text.includes('\ufffd');
  const { foreign, replaced } = countCharacters(text);
  return replaced * WHOLE <= foreign && !(encoding === 'shift_jis' && NARROW.test(text));
}

/** Signs that stand in no word, beside a letter: `£ód¼` is no word, and `Łódź` is. */
const SIGN_IN_WORD = /[£¥¢¤¼½¾¹³¶±¦¬]\p{L}|\p{L}[£¥¢¤¼½¾¹³¶±¦¬]/u;
const OTHER_LATIN = ['windows-1250', 'iso-8859-2', 'windows-1254', 'windows-1257'];

/** Letters of Icelandic, in whose places Turkish and Czech have some that they use most. */
const ICELANDIC = /[þýðÞÝÐ]/;

/** The share of the words that must have such signs; in fewer they are what another fault has left. */
const SIGNS = 1 / 3;

/** The encodings that make words of what Windows-1252 makes letters and signs of; none where it makes words. */
function wordier(words: Uint8Array): readonly string[] {
  const all = (encoding: string) => new TextDecoder(encoding).decode(words).trim().split(' ');
  const count = (encoding: string, found: RegExp) => all(encoding).filter((word) => found.test(word)).length;
  const signs = (encoding: string) => count(encoding, SIGN_IN_WORD);
  if (count('windows-1252', ICELANDIC) >= all('windows-1252').length * SIGNS)
    return ['windows-1254', 'windows-1250'];
  if (signs('windows-1252') < all('windows-1252').length * SIGNS) return [];
  return OTHER_LATIN.filter((one) => reads(words, one) && signs(one) === 0);
}

function readsAlike(words: Uint8Array, one: string, other: string): boolean {
  return new TextDecoder(one).decode(words) === new TextDecoder(other).decode(words);
}

/** Latin text of few words is Windows-1252 unless another encoding is clearly likelier and reads differently. */
function latin(found: readonly Candidate[], words: Uint8Array): OtherEncoding {
  const others = wordier(words);
  if (others.length > 0) return { kind: 'unsettled', encodings: [...others, 'windows-1252'] };
  const western = found.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0;
  const [best] = found.filter(({ encoding }) => !isMultiByte(encoding) && !FOREIGN.includes(encoding));
  if (
    best === undefined ||
    best.confidence - western <= NEAR_LATIN ||
    readsAlike(words, best.encoding, 'windows-1252')
  ) {
    return { kind: 'settled', encoding: 'windows-1252', certain: false };
  }
  return { kind: 'unsettled', encodings: [...new Set([best.encoding, 'windows-1252', 'windows-1251'])] };
}

/** Whether another alphabet than those of Latin and Cyrillic is the likeliest. */
function isOtherAlphabet(best: Candidate | undefined): boolean {
  return (
    best !== undefined &&
    best.confidence >= LEAD &&
    !isMultiByte(best.encoding) &&
    !LATIN.test(best.encoding) &&
    !CYRILLIC.includes(best.encoding)
  );
}

/**
 * The encodings of several bytes a letter that a few letters may be in: in pairs, they may as well be those of one alphabet. Of more
 * letters chardet knows which are frequent.
 */
function paired(found: readonly Candidate[], { lines, run }: ByteEvidence): readonly string[] {
  const high = lines.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (run < LATIN_RUN || high > FEW_BYTES) return [];
  return found.map(({ encoding }) => encoding).filter((one) => isMultiByte(one));
}

/** Tells encodings that are no Unicode apart by what is not ASCII, with chardet. */
export function otherEncoding(evidence: ByteEvidence): OtherEncoding {
  const { words, run } = evidence;
  const found = candidates(evidence);
  const [best, next] = found;
  const isSure = best && best.confidence >= SURE && best.confidence - (next?.confidence ?? 0) >= LEAD;
  const pairs = isSure && isMultiByte(best.encoding) ? [] : paired(found, evidence);
  if (isSure && pairs.length === 0) return { kind: 'settled', encoding: best.encoding, certain: true };
  if (run < LATIN_RUN) return latin(found, words);
  const cyrillic = isOtherAlphabet(best) ? null : cyrillicEncoding(words);
  if (cyrillic !== null) return { kind: 'settled', encoding: cyrillic, certain: false };
  const near = found.filter(({ confidence }) => best && best.confidence - confidence <= NEAR);
  const likely = near.map(({ encoding }) => encoding).filter((one) => !isMultiByte(one) && !LATIN.test(one));
  const [first, ...others] = new Set([...likely, 'windows-1251', 'windows-1252', 'koi8-r']);
  return {
    kind: 'unsettled',
    encodings: [first!, ...pairs, ...others].slice(0, MOST_OFFERED + pairs.length),
  };
}
