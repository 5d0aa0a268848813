import type { CodeTable } from './code-table';

/** A row, cell or table that cannot be used, with where it stands. `row` counts file lines from 1; null for a whole file. */
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
  /** The reason says itself what to do about it, so that the advice of the code need not be said too. */
  readonly advised?: true;
}

/** Where a problem stands. */
export type ProblemPlace = Pick<Problem, 'file' | 'row' | 'column' | 'value'>;

/** The same problem, whose reason says itself what to do about it. */
export function advised(problem: Problem): Problem {
  return { ...problem, advised: true };
}

const MOST_CHARACTERS = 200;

/** Makes problems with the codes of one table, and no others. A value is cut at 200 characters. */
export function problemsOf<Codes extends CodeTable>(_codes: Codes) {
  return (place: ProblemPlace, code: keyof Codes & string, reason: string): Problem => {
    const { file, row, column, value } = place;
    const isLong = value !== null && value.length > MOST_CHARACTERS;
    return { file, row, column, value: isLong ? `${value.slice(0, MOST_CHARACTERS)}…` : value, code, reason };
  };
}
