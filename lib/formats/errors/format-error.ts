import { advised, type Problem, type ProblemPlace } from '../../problems/problem';
import type { FormatCode } from './format-codes';
import { formatProblem } from './format-codes';

/**
 * A file, or the rest of it, that is not to be read: over a limit, locked, of no known format. Thrown while opening it is
 * the answer `refused`; thrown by a later pass over the rows it is the end of the import.
 */
export class FormatError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.file}: ${problem.reason}`);
    this.name = 'FormatError';
  }
}

/** The error for a whole file, whose reason says what is wrong and what to do about it. */
export function advisedError(file: string, code: FormatCode, reason: string, advice: string): FormatError {
  return new FormatError(advised(formatProblem(wholeFile(file), code, `${reason}. ${advice}`)));
}

/** The error for a whole file. */
export function formatError(file: string, code: FormatCode, reason: string, value?: string): FormatError {
  return new FormatError(formatProblem(wholeFile(file, value ?? null), code, reason));
}

/** The place of a problem that concerns a whole file. */
export function wholeFile(file: string, value: string | null = null): ProblemPlace {
  return { file, row: null, column: null, value };
}
