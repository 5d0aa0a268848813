const LONGEST = 60;

/** A name as part of an id. `whole` where the slug stands for all of the name's letters and digits. */
export interface Slug {
  readonly text: string;
  readonly whole: boolean;
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const at = text.lastIndexOf('-', LONGEST);
  return text.slice(0, at > LONGEST / 2 ? at : LONGEST);
}

/** A name in lower-case ASCII letters, digits and single hyphens, at most 60; empty where it has no such letters. */
export function slugOf(name: string): Slug {
  const spelt = transliterate(name.slice(0, LONGEST * 4));
  const text = spelt.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const short = cut(text);
  const whole = short === text && name.length <= LONGEST * 4 && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(spelt);
  return { text: short, whole };
}

/** Letters that NFKD leaves as they are, and the alphabets that have a usual spelling letter by letter. */
const CYRILLIC =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ' +
  'ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz';
const GREEK =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';
const LATIN = 'ß ss ø o æ ae œ oe đ d ð d ł l ı i þ th ħ h ŋ ng ŧ t ə e';

function tableOf(text: string): ReadonlyMap<string, string> {
  const words = text.split(' ');
  const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : []));
  return new Map(pairs.map(([letter, spelt]) => [letter, spelt === '_' ? '' : spelt]));
}

const SPELT = tableOf([LATIN, CYRILLIC, GREEK].join(' '));

/** Lower case, accents off, Cyrillic and Greek spelt in Latin letters; letters of other scripts stay. */
function transliterate(text: string): string {
  let spelt = '';
  for (const letter of text.normalize('NFC').toLowerCase()) {
    spelt += SPELT.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(/./gu, bare);
  }
  return spelt;
}

function bare(letter: string): string {
  return SPELT.get(letter) ?? letter;
}
