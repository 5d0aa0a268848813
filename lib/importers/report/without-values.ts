import type { Problem } from '../../problems/problem';
import { entryOf } from '../import-codes';

/** Problems without what the cells say: a reason may quote them, so the meaning of its code stands instead. */
export function withoutValues(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const reason = entryOf(problem.code)?.meaning ?? 'what the file says here is not passed on';
    return { ...problem, value: null, reason };
  });
}
