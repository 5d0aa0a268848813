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
export function transliterate(text: string): string {
  let spelt = '';
  for (const letter of text.normalize('NFC').toLowerCase()) {
    spelt += SPELT.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(/./gu, bare);
  }
  return spelt;
}

function bare(letter: string): string {
  return SPELT.get(letter) ?? letter;
}
