/**
 * A column's name as lower-case words without diacritics: `Event_Date` and `eventDate` are `event date`, `N° décès` is
 * `n deces`. Digits stand apart from letters, so that `actor1` is `actor 1`.
 */
export function nameWords(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A list of words or phrases as names are compared: `words('date fecha')`, phrases joined by `_`. */
export function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/\s+/)
      .filter((phrase) => phrase !== '')
      .map((phrase) => nameWords(phrase.replaceAll('_', ' '))),
  );
}

/** Whether a name has one of some words or phrases in it, as whole words. */
export function hasPhrase(name: string, wanted: ReadonlySet<string>): boolean {
  if (wanted.has(name)) return true;
  const padded = ` ${name} `;
  for (const phrase of wanted) if (padded.includes(` ${phrase} `)) return true;
  return false;
}

/** Whether a name is one of some words or phrases, or ends with it, as whole words. */
export function endsWithPhrase(name: string, wanted: ReadonlySet<string>): boolean {
  if (wanted.has(name)) return true;
  for (const phrase of wanted) if (name.endsWith(` ${phrase}`)) return true;
  return false;
}
