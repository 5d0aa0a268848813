import type { ImportCode } from '../../import-codes';

/** What is wrong with cells, before it is known in which row they stand. */
export interface CellProblem {
  readonly code: ImportCode;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** What cells say, and what was wrong with them. Shared by all rows with the same cells. */
export interface Found<T> {
  readonly value: T;
  readonly problems: readonly CellProblem[];
}

export const NO_PROBLEMS: readonly CellProblem[] = [];
