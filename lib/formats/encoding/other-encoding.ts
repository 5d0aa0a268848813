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
/** The same of a few letters of several bytes, which other such encodings may have as well. */
const SURE_OF_FEW = 70;
const LEAD = 15;
const NEAR = 12;
const MOST_OFFERED = 4;
/** So few bytes past ASCII are no more than a few words. */
const FEW_BYTES = 40;

/** Letters of Latin scripts past ASCII stand alone; those of other scripts make whole words. */
const LATIN_RUN = 1.8;
const FOREIGN = ['windows-1251', 'koi8-r', 'windows-1253', 'windows-1256', 'windows-1255'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'];
const LATIN = /^(windows-125[02478]|iso-8859-(1|2|3|4|9|10|13|14|15|16))$/;
const MULTI_BYTE = /^(shift_jis|big5|euc-|gb|iso-2022)/;

/** Whether any byte of ASCII may be part of a letter, for signs between switch from one to the other. */
export function isStateful(encoding: string): boolean {
  return encoding.startsWith('iso-2022');
}

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

/** Of so many letters one may have a byte of ASCII, as rare ones of Chinese have. */
const RARE = 10;
const BLANK = 32;

/** Whether bytes past ASCII stand in pairs, as in all but rare letters of GB18030: a delimiter behind a word of one alphabet may pass for half of one. */
function isInPairs(lines: Uint8Array, encoding: string): boolean {
  const high = lines.map((byte) => (byte < 0x80 ? BLANK : byte));
  const { foreign, replaced } = countCharacters(new TextDecoder(encoding).decode(high));
  return encoding !== 'gb18030' || replaced * RARE <= foreign;
}

function candidates({ words, lines }: ByteEvidence): Candidate[] {
  const found = new Map<string, number>();
  const multiByte = candidatesIn(lines, true).filter(([encoding]) => isInPairs(lines, encoding));
  for (const [encoding, confidence] of [...candidatesIn(words, false), ...multiByte]) {
    found.set(encoding, Math.max(confidence, found.get(encoding) ?? 0));
  }
  return [...found]
    .map(([encoding, confidence]) => ({ encoding, confidence }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** Narrow signs of Japanese, each of one byte: where they are more than one in so many, it is letters of one alphabet that read so. */
const NARROW = /[\uff61-\uff9f]/g;
const NARROW_OF = 5;

/** Of so many letters of several bytes one may be broken: each row with such a place is told. */
const WHOLE = 50;

/** Whether an encoding has a character for every byte of a sample, or for nearly every pair of bytes. */
function reads(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  if (!isMultiByte(encoding)) return !text.includes('\ufffd');
  const { foreign, replaced } = countCharacters(text);
  const narrow = encoding === 'shift_jis' ? (text.match(NARROW)?.length ?? 0) : 0;
  return replaced * WHOLE <= foreign && narrow * NARROW_OF <= foreign;
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
function latin(found: readonly Candidate[], words: Uint8Array): OtherEncoding {
  const others = wordier(words);
  if (others.length > 0) return { kind: 'unsettled', encodings: [...others, 'windows-1252'] };
  const western = found.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0;
  const [best] = found.filter(({ encoding }) => !isMultiByte(encoding) && !FOREIGN.includes(encoding));
  if (
    best === undefined ||
    best.confidence - western <= NEAR ||
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

function isFew({ lines }: ByteEvidence): boolean {
  return lines.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0) <= FEW_BYTES;
}

/**
 * The encodings of several bytes a letter that may be offered: where one of them is the likeliest, and where there are but a few
 * letters, which in pairs may as well be those of one alphabet. Of more letters chardet knows which are frequent.
 */
function paired(found: readonly Candidate[], evidence: ByteEvidence): readonly string[] {
  const isLikely = isMultiByte(found[0]?.encoding ?? '');
  if (evidence.run < LATIN_RUN || !(isLikely || isFew(evidence))) return [];
  return found.map(({ encoding }) => encoding).filter(isMultiByte);
}

/** Tells encodings that are no Unicode apart by what is not ASCII, with chardet. */
export function otherEncoding(evidence: ByteEvidence): OtherEncoding {
  const { words, run } = evidence;
  const found = candidates(evidence);
  const [best, next] = found;
  const sure = isMultiByte(best?.encoding ?? '') && isFew(evidence) ? SURE_OF_FEW : SURE;
  const isSure = best && best.confidence >= sure && best.confidence - (next?.confidence ?? 0) >= LEAD;
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
