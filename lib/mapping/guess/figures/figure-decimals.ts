import { nameWords } from '../../../text/name-words';
import { plainText } from '../../../text/plain-text';
import type { Question } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { because, type Guess } from '../guess';

const POINTED = /^\d+\.\d+$/;
const THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
const ENGLISH =
  /\b(?:killed|dead|deaths?|died|fatalit(?:y|ies)|injured|injuries|wounded|casualties|victims|toll|kia|wia|nkill|nwound|hurt|best|low|high|total|number)\b/;

const asked = (column: ColumnProfile, text: string): Question => ({
  id: 'figure-points',
  text: `Is ${text} in “${column.name}” ${text.replace('.', ',')} people? Nothing in the file says whether its point parts thousands or decimals.`,
  options: [
    {
      value: 'thousands',
      label: `${text.replace('.', ',')}, thousands`,
      change: { mapping: { decimals: 'comma' } },
    },
    { value: 'decimals', label: `${Number(text)}, decimals`, change: { mapping: { decimals: 'point' } } },
  ],
});

/**
 * Whether points part thousands in figures of people: where every point stands before three digits, and the figures are
 * named in a language that writes so. Where the language does not say it, it is asked; one `2.5` settles it the other way.
 */
export function guessDecimals(columns: readonly ColumnProfile[]): readonly Guess[] {
  const pointed = columns.flatMap((column) =>
    column.values
      .map(([text]) => ({ column, text: plainText(text) }))
      .filter(({ text }) => POINTED.test(text)),
  );
  const [first] = pointed;
  if (!first || !pointed.every(({ text }) => THOUSANDS.test(text))) return [];
  const named = pointed.map(({ column }) => column);
  const used = [...new Set(named)];
  const isEnglish = used.every(({ name }) => ENGLISH.test(nameWords(name)));
  const reason = because(
    'decimals',
    used,
    `every point stands before three digits, as in ${first.text}: it parts thousands`,
    isEnglish ? 'guess' : 'likely',
  );
  const guess: Guess = { change: { decimals: 'comma' }, reason };
  return [isEnglish ? { ...guess, question: asked(first.column, first.text) } : guess];
}
