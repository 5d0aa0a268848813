import type { Problem } from '../../problems/problem';

/** A line of the `problems.csv` of a revision, as CSV reads it: what is not known is empty. */
export type StoredProblem = Readonly<Record<keyof Problem, string>>;

/** The problem that a line stands for. */
export function problemOf({ file, row, column, value, code, reason }: StoredProblem): Problem {
  return {
    file,
    row: row === '' ? null : Number(row),
    column: column === '' ? null : column,
    value: value === '' ? null : value,
    code,
    reason,
  };
}
