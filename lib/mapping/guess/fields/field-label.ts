/** Words that are written in one: `numMentions`, `AvgTone`, `isUSCitizen`. */
const JOINED = /\p{Ll}\p{Lu}/u;

function apart(word: string): string {
  if (!JOINED.test(word)) return word;
  const words = word
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ');
  return words.map((one) => (/^\p{Lu}+$/u.test(one) ? one : one.toLowerCase())).join(' ');
}

/** The name of a column as it is read: `Phase_of_flt` is `Phase of flt`, `numMentions` `Num mentions`; capitals stay. */
export function labelOf(name: string): string {
  const spaced = name.replace(/[_.]+/g, ' ').replace(/\s+/g, ' ').trim();
  const words = spaced.split(' ').map(apart).join(' ');
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
