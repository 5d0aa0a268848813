import { LANGUAGES } from '../../../dates/words/languages';
import { lexiconOf, wordKey } from '../../../dates/words/lexicon';
import { foldWords, plainText } from '../../../text/plain-text';
import type { ColumnProfile } from '../../survey/survey';

const isMonth = (language: string, text: string) =>
  lexiconOf(language).get(wordKey(foldWords(plainText(text))))?.kind === 'month';

/** The first language in which nearly all texts of a column name months; null where there is none. */
export function monthLanguage({ values }: ColumnProfile): string | null {
  const texts = values.map(([text]) => text).filter((text) => /\p{L}/u.test(text));
  if (texts.length === 0 || texts.length > 60) return null;
  for (const [language] of LANGUAGES) {
    const named = texts.filter((text) => isMonth(language, text)).length;
    if (named >= texts.length * 0.8) return language;
  }
  return null;
}
