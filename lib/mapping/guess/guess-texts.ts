import type { ColumnProfile } from '../survey/survey';
import { certaintyOfRank, rankedColumns } from './columns/best-column';
import { fitsBraces, isWordy, shareOf, uniqueness, webShare } from './columns/content';
import { NOTES, TITLE } from './columns/field-names';
import { nameRank, rankInWords } from './columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from './guess';
import { isOfStreets, pairShare } from './places/place-content';

const MOST_NOTES = 4;
const LONGEST_TITLE = 500;

const isProse = (column: ColumnProfile) => isWordy(column) && webShare(column) < 0.5;

/** A title differs from row to row, and is short. */
const isTitle = (column: ColumnProfile, rows: number) =>
  isProse(column) &&
  fitsBraces(column) &&
  shareOf(column, (text) => text.length > LONGEST_TITLE / 2) < 0.1 &&
  (rows < 10 || uniqueness(column) > 0.5);

const wordsIn = (text: string) => text.trim().split(/\s+/).length;

/**
 * The column that names the event whatever it is called: one of the first, filled in every row, each text another one, of
 * several words that begin like a name, and neither an address nor a sentence.
 */
function titleByContent({ free, rows }: GuessInput): readonly Guess[] {
  const column = free.find(
    (one) =>
      rows >= 3 &&
      one.at < 3 &&
      one.filled === rows &&
      uniqueness(one) > 0.95 &&
      isTitle(one, rows) &&
      nameRank(one, NOTES) === 0 &&
      !isOfStreets(one) &&
      pairShare(one) === 0 &&
      shareOf(one, (text) => wordsIn(text) > 1 && wordsIn(text) <= 15 && /^\p{L}/u.test(text)) > 0.8 &&
      shareOf(one, (text) => /^\p{Ll}/u.test(text) || /[.!?]$/.test(text)) < 0.3,
  );
  if (!column) return [];
  const words = 'each row has a name of its own in it, and no column is called a title';
  return [{ change: { title: `{${column.name}}` }, reason: because('title', [column], words, 'guess') }];
}

/** Finds a title: a column whose texts are short and differ. */
export const guessTitle: Guesser = ({ free, rows }: GuessInput): readonly Guess[] => {
  const first = rankedColumns(free, TITLE, (column) => isTitle(column, rows), rows).find(
    ({ rank }) => rank >= 2,
  );
  if (!first) return titleByContent({ free, rows });
  const reason = because(
    'title',
    [first.column],
    `${rankInWords(first.rank, 'a title')}, and its texts are short and differ`,
    certaintyOfRank(first.rank),
  );
  return [{ change: { title: `{${first.column.name}}` }, reason }];
};

/** Finds notes: columns named so that hold words. */
export const guessNotes: Guesser = ({ free }) => {
  const columns = rankedColumns(free, NOTES, isProse)
    .filter(({ rank }) => rank >= 2)
    .slice(0, MOST_NOTES)
    .map(({ column }) => column);
  if (columns.length === 0) return [];
  const change = { notes: columns.map(({ name }) => name) };
  return [{ change, reason: because('notes', columns, 'named notes, and hold words', 'likely') }];
};
