import type { ColumnProfile } from '../../survey/survey';
import { type NameList, nameRank } from './name-list';

/** A column and how surely it is named like what is looked for. */
export interface RankedColumn {
  readonly column: ColumnProfile;
  readonly rank: number;
}

/** A column that is filled in fewer rows than these shares says too little to go before one that is named less plainly. */
const SPARSE = [
  { share: 0.1, cost: 1.5 },
  { share: 0.5, cost: 0.6 },
] as const;

/** How good a column is: by its name, less where most of its cells are empty. Without `rows` by its name alone. */
export function scoreOf({ column, rank }: RankedColumn, rows: number): number {
  const sparse = SPARSE.find(({ share }) => column.filled < rows * share);
  return rank - (sparse?.cost ?? 0);
}

/**
 * The columns that are named like those of a list and pass a test of their content, the best first: by their names, but
 * one that is all but empty behind one that is filled. Without `rows` by their names alone.
 */
export function rankedColumns(
  columns: readonly ColumnProfile[],
  list: NameList,
  fits: (column: ColumnProfile) => boolean,
  rows = 0,
): readonly RankedColumn[] {
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
): RankedColumn | null {
  return rankedColumns(columns, list, fits, rows)[0] ?? null;
}

/** How sure a guess is by its name alone, where its content fits too. */
export const certaintyOfRank = (rank: number) => (rank >= 4 ? 'certain' : rank >= 2 ? 'likely' : 'guess');
