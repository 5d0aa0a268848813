import { dateTokens } from './date-tokens';
import { keywordOf } from './date-words';
import { LANGUAGES } from './languages';
import { type Lexicon, lexiconOf, type WordMeaning } from './lexicon';
import { foldWords } from './plain-text';

/** More words than this are prose. */
const MOST_WORDS = 12;

/** A lexicon that knows every word and notes those that only a language could explain. */
function noting(words: Set<string>): Lexicon {
  const get = (key: string): WordMeaning | undefined => {
    if (keywordOf(key)) return undefined;
    words.add(key);
    return { kind: 'filler' };
  };
  return { get } as Lexicon;
}

/** The words of a cell that are no signs or words of dates in general. */
function wordsOf(key: string): readonly string[] {
  const words = new Set<string>();
  dateTokens(foldWords(key), noting(words));
  return [...words];
}

interface Worded {
  readonly words: readonly string[];
  readonly count: number;
}

function wordedOf(keys: ReadonlyMap<string, number>): readonly Worded[] {
  return [...keys]
    .map(([key, count]) => ({ words: wordsOf(key), count }))
    .filter(({ words }) => words.length > 0 && words.length <= MOST_WORDS);
}

/** The cells all of whose words the language knows. */
function knownBy(worded: readonly Worded[], lexicon: Lexicon): number {
  return worded.reduce(
    (sum, { words, count }) => (words.every((word) => lexicon.has(word)) ? sum + count : sum),
    0,
  );
}

/** What the words mean in a language, so that languages which mean the same by them can be told. */
function meaningOf(words: readonly string[], lexicon: Lexicon): string {
  return words
    .map((word) => {
      const meaning = lexicon.get(word);
      return meaning?.kind === 'month' ? `${meaning.month}` : (meaning?.kind ?? '');
    })
    .join();
}

/**
 * The languages that know the words of the most cells. Several only where they mean different things by them; of
 * those that mean the same the first in {@link LANGUAGES} stands for all. Empty where there are no words, or none known.
 */
export function columnLanguages(keys: ReadonlyMap<string, number>): readonly string[] {
  const worded = wordedOf(keys);
  if (worded.length === 0) return [];
  const all = worded.reduce((sum, { count }) => sum + count, 0);
  if (knownBy(worded, lexiconOf('en')) === all) return ['en'];
  const tallies = LANGUAGES.map(([language]) => ({ language, count: knownBy(worded, lexiconOf(language)) }));
  const most = Math.max(...tallies.map(({ count }) => count));
  if (most === 0) return [];
  const words = [...new Set(worded.flatMap((each) => each.words))];
  const byMeaning = new Map<string, string>();
  for (const { language, count } of tallies) {
    const meaning = meaningOf(words, lexiconOf(language));
    if (count === most && !byMeaning.has(meaning)) byMeaning.set(meaning, language);
  }
  return [...byMeaning.values()].slice(0, 4);
}
