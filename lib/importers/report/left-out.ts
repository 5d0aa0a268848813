import type { Problem } from '../../problems/problem';
import { effectOf, leavesOut } from '../import-codes';
import type { LeftOut } from './left-out-words';

/** Counts problems by what they cost. A row counts once, however much is wrong with it. */
export function leftOutOf(problems: readonly Problem[]): LeftOut {
  const rows = { row: new Set<string>(), skip: new Set<string>() };
  const counts = { cells: 0, warnings: 0 };
  for (const { code, file, row } of problems) {
    const effect = effectOf(code);
    if (effect === 'row' || effect === 'skip') rows[effect].add(`${row}\n${file}`);
    else if (effect === 'cell') counts.cells++;
    else if (effect === 'warning') counts.warnings++;
  }
  return { rows: rows.row.size, skipped: rows.skip.size, ...counts };
}

/** Problems that left something out, apart from those that only say something; both in their order. */
export function partProblems(problems: readonly Problem[]): {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  return {
    problems: problems.filter(({ code }) => leavesOut(code)),
    warnings: problems.filter(({ code }) => !leavesOut(code)),
  };
}

/** What only says something, parted into what is doubtful and what is merely worth knowing. */
export function partWarnings(said: readonly Problem[]): {
  readonly warnings: readonly Problem[];
  readonly notes: readonly Problem[];
} {
  return {
    warnings: said.filter(({ code }) => effectOf(code) !== 'note'),
    notes: said.filter(({ code }) => effectOf(code) === 'note'),
  };
}
