import type { ColumnProfile } from '../survey/survey';
import { type NameList, nameRank } from './name-list';

/** A column and how surely it is named like what is looked for. */
export interface Ranked {
  readonly column: ColumnProfile;
  readonly rank: number;
}

/** The columns that are named like those of a list and pass a test of their content, the best named first. */
export function rankedColumns(
  columns: readonly ColumnProfile[],
  list: NameList,
  fits: (column: ColumnProfile) => boolean,
): readonly Ranked[] {
  return columns
    .map((column) => ({ column, rank: nameRank(column, list) }))
    .filter(({ column, rank }) => rank > 0 && column.filled > 0 && fits(column))
    .sort((a, b) => b.rank - a.rank);
}

/** The best of them; null where there is none. */
export function bestColumn(
  columns: readonly ColumnProfile[],
  list: NameList,
  fits: (column: ColumnProfile) => boolean,
): Ranked | null {
  return rankedColumns(columns, list, fits)[0] ?? null;
}

/** How sure a guess is by its name alone, where its content fits too. */
export const certaintyOfRank = (rank: number) => (rank >= 4 ? 'certain' : rank >= 2 ? 'likely' : 'guess');
