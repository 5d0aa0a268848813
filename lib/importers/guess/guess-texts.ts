import type { ColumnProfile } from '../survey/survey';
import { certaintyOfRank, rankedColumns } from './best-column';
import { fitsBraces, isWordy, shareOf, uniqueness, webShare } from './content';
import { NOTES, TITLE } from './field-names';
import { because, type Ground, type Guess, type Guesser } from './guess';
import { rankInWords } from './name-list';

const MOST_NOTES = 4;
const LONGEST_TITLE = 500;

const isProse = (column: ColumnProfile) => isWordy(column) && webShare(column) < 0.5;

/** A title differs from row to row, and is short. */
const isTitle = (column: ColumnProfile, rows: number) =>
  isProse(column) &&
  fitsBraces(column) &&
  shareOf(column, (text) => text.length > LONGEST_TITLE / 2) < 0.1 &&
  (rows < 10 || uniqueness(column) > 0.5);

/** Finds a title: a column whose texts are short and differ. */
export const guessTitle: Guesser = ({ free, rows }: Ground): readonly Guess[] => {
  const first = rankedColumns(free, TITLE, (column) => isTitle(column, rows)).find(({ rank }) => rank >= 2);
  if (!first) return [];
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
