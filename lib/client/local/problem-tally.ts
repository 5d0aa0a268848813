import type { Problem } from '../../problems/problem';
import type { CodeExamples } from './local-connection';

const MOST_EXAMPLES = 3;

/** Counts problems by code and keeps the first of each. */
export function problemTally() {
  const codes = new Map<string, { count: number; readonly examples: Problem[] }>();
  return {
    add(problems: readonly Problem[]): void {
      for (const problem of problems) {
        const known = codes.get(problem.code) ?? { count: 0, examples: [] };
        known.count += 1;
        if (known.examples.length < MOST_EXAMPLES) known.examples.push(problem);
        codes.set(problem.code, known);
      }
    },
    /** Most first. */
    counts: (): readonly CodeExamples[] =>
      [...codes]
        .map(([code, { count, examples }]) => ({ code, count, examples }))
        .sort((a, b) => b.count - a.count),
  };
}
