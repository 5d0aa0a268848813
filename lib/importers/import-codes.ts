import { FORMAT_CODES } from '../formats/errors/format-codes';
import { GUESS_CODES } from '../mapping/guess/guess-codes';
import { DATE_CODES } from '../mapping/row-dates/date-codes';
import type { CodeEntry, ProblemEffect } from '../problems/code-table';
import { problemsOf } from '../problems/problem';
import { BUILD_CODES } from './build/build-codes';
import { PACKAGE_CODES } from './datapackage/package-codes';

/** Every code an import can be answered with, what it costs and what it means. */
export const IMPORT_CODES = {
  ...PACKAGE_CODES,
  ...FORMAT_CODES,
  ...DATE_CODES,
  ...GUESS_CODES,
  ...BUILD_CODES,
} as const;

/** A problem with one of the importer's codes. */
export const problemAt = problemsOf(IMPORT_CODES);

export type ImportCode = keyof typeof IMPORT_CODES;

/** What a problem of this code costs; codes of others, such as those of a damaged store, cost everything. */
export function effectOf(code: string): ProblemEffect {
  return entryOf(code)?.effect ?? 'fatal';
}

/** What a code means and what to do about it; null for a code that is none of the importer's. */
export function entryOf(code: string): CodeEntry | null {
  return Object.hasOwn(IMPORT_CODES, code) ? IMPORT_CODES[code as ImportCode] : null;
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
