import { leftOutOf, partProblems } from '../../importers/report/left-out';
import type { LeftOut } from '../../importers/report/left-out-words';
import type { Problem } from '../../problems/problem';

/** What the import of a revision has to say: what it left out, what it only warns of, and how much of each. */
export interface ImportFindings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly left: LeftOut;
}

/** Parts the problems that a revision keeps. */
export function importFindings(problems: readonly Problem[]): ImportFindings {
  return { ...partProblems(problems), left: leftOutOf(problems) };
}
