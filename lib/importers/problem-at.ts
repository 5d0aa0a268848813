import type { Problem } from '../series/model';
import type { ProblemCode } from './problem-codes';

/** Where a problem stands. */
export type ProblemPlace = Pick<Problem, 'file' | 'row' | 'column' | 'value'>;

const MOST_CHARACTERS = 200;

/** A problem with one of the importer's codes. A value is cut at 200 characters. */
export function problemAt(place: ProblemPlace, code: ProblemCode, reason: string): Problem {
  const { file, row, column, value } = place;
  const cut =
    value !== null && value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
  return { file, row, column, value: cut, code, reason };
}
