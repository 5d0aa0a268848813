import { foldWords } from '../../text/plain-text';
import { dateTokens } from './date-tokens';
import { keywordOf } from './date-words';
import { LANGUAGES } from './languages';
import { type Lexicon, lexiconOf } from './lexicon';
import type { WordMeaning } from './word-meaning';

/** More words than this are prose. */
const MOST_WORDS = 8;

/** A lexicon that knows every word and notes those that only a language could explain. */
function noting(words: Set<string>): Lexicon {
  const get = (key: string): WordMeaning | undefined => {
    if (keywordOf(key)) return undefined;
    words.add(key);
    return { kind: 'filler' };
  };
  return { get } as Lexicon;
}

/** A label in front of a date, such as `EOW:`, which is in no language. */
const LABEL = /^[^\d:]{1,40}:/;

/** The words of a cell that are no signs or words of dates in general. */
function wordsOf(key: string): readonly string[] {
  const words = new Set<string>();
  dateTokens(foldWords(key.replace(LABEL, '')), noting(words));
  return [...words];
}

interface Worded {
  readonly words: readonly string[];
  readonly count: number;
}

function wordedOf(keys: ReadonlyMap<string, number>): readonly Worded[] {
  return [...keys]
    .filter(([key]) => /\p{L}/u.test(key))
    .map(([key, count]) => ({ words: wordsOf(key), count }))
    .filter(({ words }) => words.length > 0 && words.length <= MOST_WORDS);
}

/** Whether a language knows a word, remembered for all languages. */
function knowers(): (word: string) => readonly string[] {
  const memory = new Map<string, readonly string[]>();
  return (word) => {
    const known = memory.get(word);
    if (known) return known;
    const languages = LANGUAGES.flatMap(([each]) => (lexiconOf(each).has(word) ? [each] : []));
    memory.set(word, languages);
    return languages;
  };
}

/** For each language, the cells all of whose words it knows. */
function tallyOf(worded: readonly Worded[]): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  const knowing = knowers();
  for (const { words, count } of worded) {
    const [first = '', ...more] = words;
    for (const language of knowing(first)) {
      if (more.every((word) => lexiconOf(language).has(word))) {
        tally.set(language, (tally.get(language) ?? 0) + count);
      }
    }
  }
  return tally;
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
  const english = lexiconOf('en');
  if (worded.every(({ words }) => words.every((word) => english.has(word)))) return ['en'];
  const tally = tallyOf(worded);
  const most = Math.max(0, ...tally.values());
  if (most === 0) return [];
  const words = [...new Set(worded.flatMap((each) => each.words))];
  const byMeaning = new Map<string, string>();
  for (const [language] of LANGUAGES) {
    if (tally.get(language) !== most) continue;
    const meaning = meaningOf(words, lexiconOf(language));
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, language);
  }
  return [...byMeaning.values()].slice(0, 4);
}
