import { nameWords } from '../../text/name-words';
import type { ColumnProfile } from '../survey/survey';
import { rankedColumns } from './columns/best-column';
import { inPercent, numericShare, shareOf, uniqueness, webShare } from './columns/content';
import { ID, NUMBER } from './columns/field-names';
import { nameRank, rankInWords } from './columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from './guess';

/** An id may repeat by mistake, but no more often than this. */
const NEARLY = 0.9;
/** What is called an id in so many words may repeat more: that it does is for the reader to hear, row by row. */
const CALLED_ID = 0.5;
const LONGEST = 120;

/** Whether a column is called the id of what its rows are. */
function isPlainId({ name }: ColumnProfile): boolean {
  return /^(id|(event|incident|attack|record|row|case)[ _-]?id)$/i.test(name.trim());
}

/** Whether the cells are addresses or citations, as a column called `reference` may hold. */
function isProse(column: ColumnProfile): boolean {
  return webShare(column) > 0.2 || shareOf(column, (text) => text.split(/\s+/).length > 3) > 0.2;
}

/** Whether nearly every row has an id of its own; of all kinds of ids, only plain ones may repeat at all. */
function isId(column: ColumnProfile, rows: number): boolean {
  if (column.filled < rows * NEARLY || column.longest > LONGEST || isProse(column)) return false;
  const unique = uniqueness(column);
  const rank = nameRank(column, ID);
  if (rank >= 2) return unique >= (isPlainId(column) ? CALLED_ID : NEARLY);
  return unique === 1 && column.filled === rows;
}

/** Whether a column numbers the rows: every row once, upwards or downwards, without names that say more. */
function numbersRows(column: ColumnProfile, rows: number): boolean {
  const { least, greatest, rises, falls, filled } = column;
  if (nameRank(column, NUMBER) < 2 && nameWords(column.name) !== '') return false;
  const steps = (greatest ?? 0) - (least ?? 0) + 1;
  return rows > 1 && filled === rows && numericShare(column) === 1 && (rises || falls) && steps === rows;
}

function guessed(column: ColumnProfile, name: string): readonly Guess[] {
  const unique = uniqueness(column);
  const words = unique === 1 ? 'no two rows have the same' : `${inPercent(unique)} of its values differ`;
  const certainty = unique === 1 && nameRank(column, ID) >= 2 ? 'certain' : 'likely';
  return [
    { change: { id: column.name }, reason: because('id', [column], `${name}, and ${words}`, certainty) },
  ];
}

/** Finds the file's own ids: by name and uniqueness, or a plain numbering of the rows. */
export const guessId: Guesser = ({ free, rows }: GuessInput) => {
  const [first] = rankedColumns(free, ID, (column) => isId(column, rows));
  if (first) return guessed(first.column, rankInWords(first.rank, 'an id'));
  const numbering = free.find((column) => numbersRows(column, rows));
  return numbering ? guessed(numbering, 'numbers the rows') : [];
};
