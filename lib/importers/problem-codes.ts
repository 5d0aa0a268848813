import { BUILD_CODES } from './build/build-codes';
import { PACKAGE_CODES } from './datapackage/package-codes';
import { DATE_CODES } from './dates/date-codes';
import { FORMAT_CODES } from './formats/format-codes';
import { GUESS_CODES } from './guess/guess-codes';
import type { CodeEntry, ProblemEffect } from './problem-effect';

/** Every code an import can be answered with, what it costs and what it means. */
export const PROBLEM_CODES = {
  ...PACKAGE_CODES,
  ...FORMAT_CODES,
  ...DATE_CODES,
  ...GUESS_CODES,
  ...BUILD_CODES,
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** What a problem of this code costs; codes of others, such as those of a damaged store, cost everything. */
export function effectOf(code: string): ProblemEffect {
  return entryOf(code)?.effect ?? 'fatal';
}

/** What a code means and what to do about it; null for a code that is none of the importer's. */
export function entryOf(code: string): CodeEntry | null {
  return Object.hasOwn(PROBLEM_CODES, code) ? PROBLEM_CODES[code as ProblemCode] : null;
}

/** Whether a problem of this code keeps a row, a cell or all of a file out of the series. */
export function leavesOut(code: string): boolean {
  const effect = effectOf(code);
  return effect !== 'warning' && effect !== 'note';
}

/** Whether a problem of this code leaves no series at all. Codes of others are taken as not fatal. */
export function isFatal(code: string): boolean {
  return entryOf(code)?.effect === 'fatal';
}
