/** The encodings of Cyrillic that tables come in, as `TextDecoder` names them. Mac OS shares its small letters with Windows. */
const ENCODINGS = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'] as const;

/** The ten most frequent letters of Russian; about seven in ten letters of its texts, and of Ukrainian's with і. */
const FREQUENT = new Set('оеаинтсрвлі');
/** Fewer letters say too little. */
const LEAST_LETTERS = 12;
const LEAST_SHARE = 0.5;
const LEAST_LEAD = 0.15;

/** A word as it is written: small letters, perhaps after one capital, or capitals alone. */
const WELL_FORMED = /^(\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

/** How much a text reads like Cyrillic writing: the share of frequent letters, over words that are well formed. */
function score(text: string): number {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const letters = words.join('').toLowerCase();
  if (letters.length < LEAST_LETTERS) return 0;
  const formed = words.filter((word) => WELL_FORMED.test(word) && CYRILLIC.test(word)).length / words.length;
  const frequent = [...letters].filter((letter) => FREQUENT.has(letter)).length / letters.length;
  return formed < 0.9 ? 0 : frequent;
}

/**
 * The encoding in which words read as Cyrillic, and clearly better than in any other; null where none does. In a wrong
 * one letters are rare ones, or small and capital ones change places.
 */
export function cyrillicEncoding(words: Uint8Array): string | null {
  const [best, next] = ENCODINGS.map((encoding) => ({
    encoding,
    score: score(new TextDecoder(encoding).decode(words)),
  })).sort((one, other) => other.score - one.score);
  if (!best || best.score < LEAST_SHARE || best.score - (next?.score ?? 0) < LEAST_LEAD) return null;
  return best.encoding;
}
