import type { ColumnProfile } from '../survey/survey';
import { type NameList, nameRank } from './name-list';

/** A column and how surely it is named like what is looked for. */
export interface Ranked {
  readonly column: ColumnProfile;
  readonly rank: number;
}

/** A column with fewer filled cells than this share of the rows says too little to go before one that is named less plainly. */
const SPARSE = 0.1;
const COST_OF_SPARSE = 1.5;

const scoreOf = ({ column, rank }: Ranked, rows: number) =>
  column.filled < rows * SPARSE ? rank - COST_OF_SPARSE : rank;

/**
 * The columns that are named like those of a list and pass a test of their content, the best first: by their names, but
 * one that is all but empty behind one that is filled. Without `rows` by their names alone.
 */
export function rankedColumns(
  columns: readonly ColumnProfile[],
  list: NameList,
  fits: (column: ColumnProfile) => boolean,
  rows = 0,
): readonly Ranked[] {
  return columns
    .map((column) => ({ column, rank: nameRank(column, list) }))
    .filter(({ column, rank }) => rank > 0 && column.filled > 0 && fits(column))
    .sort((a, b) => scoreOf(b, rows) - scoreOf(a, rows));
}

/** The best of them; null where there is none. */
export function bestColumn(
  columns: readonly ColumnProfile[],
  list: NameList,
  fits: (column: ColumnProfile) => boolean,
  rows = 0,
): Ranked | null {
  return rankedColumns(columns, list, fits, rows)[0] ?? null;
}

/** How sure a guess is by its name alone, where its content fits too. */
export const certaintyOfRank = (rank: number) => (rank >= 4 ? 'certain' : rank >= 2 ? 'likely' : 'guess');
