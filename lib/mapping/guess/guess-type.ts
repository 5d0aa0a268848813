import type { ColumnProfile } from '../survey/survey';
import { certaintyOfRank, rankedColumns } from './columns/best-column';
import { isWordy, numericShare } from './columns/content';
import { SUBTYPE, TYPE } from './columns/field-names';
import { rankInWords } from './columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from './guess';

const MOST_TYPES = 300;
const LONGEST = 150;

/** Few words that come again and again. A category of a handful of codes may be numbers. */
function isCategory(column: ColumnProfile, rows: number): boolean {
  const { distinct, filled, longest } = column;
  if (distinct === null || distinct > MOST_TYPES || longest > LONGEST) return false;
  if (rows >= 20 && distinct > filled / 2) return false;
  return isWordy(column) || (numericShare(column) === 1 && distinct <= 30);
}

const inWords = ({ distinct }: ColumnProfile) =>
  distinct === 1 ? 'has one value' : `has ${distinct} different values`;

/** Finds what kind of incident a row is: words before codes. */
export const guessType: Guesser = ({ free, rows }: GuessInput): readonly Guess[] => {
  const ranked = rankedColumns(free, TYPE, (column) => isCategory(column, rows), rows);
  const first = ranked.find(({ column }) => isWordy(column)) ?? ranked[0];
  if (!first) return [];
  const words = `${rankInWords(first.rank, 'the kind of event')}, and ${inWords(first.column)}`;
  const type: Guess = {
    change: { type: first.column.name },
    reason: because('type', [first.column], words, certaintyOfRank(first.rank)),
  };
  const rest = free.filter((column) => column !== first.column);
  const subtypes = rankedColumns(rest, SUBTYPE, (column) => isWordy(column) && isCategory(column, rows))
    .filter(({ rank }) => rank >= 2)
    .map(({ column }) => column);
  if (subtypes.length === 0) return [type];
  const change = { subtypes: subtypes.map(({ name }) => name) };
  return [
    type,
    { change, reason: because('subtypes', subtypes, 'named like kinds within a kind', 'likely') },
  ];
};
