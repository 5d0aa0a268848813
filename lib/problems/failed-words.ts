import type { Problem } from './problem';

/** The code of a revision that lies in the store and that the log of its dataset does not name. */
export const UNLOGGED = 'unlogged-revision';

function placeOf({ file, row, column }: Problem): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

/**
 * Why a page may not show the newest of a dataset, in a sentence or two: its package could not be imported, or its log lost
 * a line. Null where there is no such problem.
 */
export function failedWords(problems: readonly Problem[]): string | null {
  const [first] = problems;
  if (!first) return null;
  const more = problems.length > 1 ? `; ${problems.length} problems in all` : '';
  const what = `${placeOf(first)}: ${first.reason}${more}`;
  if (first.code === UNLOGGED) return `The newest revision of this dataset may be missing (${what}).`;
  return `The newest package of this dataset could not be imported (${what}). This is the revision before it.`;
}
