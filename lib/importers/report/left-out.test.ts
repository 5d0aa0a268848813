import { describe, expect, it } from 'vitest';
import type { Problem } from '../../problems/problem';
import { leftOutOf, partProblems } from './left-out';
import { leftOutSentences, warningSentence } from './left-out-words';

const problem = (row: number, code: string): Problem => {
  return { file: 'a.csv', row, column: null, value: null, code, reason: 'r' };
};
const ALL = [
  ...[problem(2, 'no-date'), problem(2, 'required'), problem(3, 'not-a-count'), problem(4, 'equal-row')],
  ...[problem(5, 'repeated-row'), problem(6, 'unended-line'), problem(7, 'about-count')],
];

describe('what an import left out', () => {
  it('counts a row once, and warnings apart', () => {
    expect(leftOutOf(ALL)).toEqual({ rows: 1, skipped: 1, cells: 1, warnings: 2 });
  });

  it('parts problems from what left nothing out', () => {
    const { problems, warnings } = partProblems(ALL);
    expect(problems.map(({ row }) => row)).toEqual([2, 2, 3, 5]);
    expect(warnings.map(({ row }) => row)).toEqual([4, 6, 7]);
  });

  it('never says of warnings that something was left out', () => {
    const left = leftOutOf(ALL.filter(({ code }) => code === 'equal-row'));
    expect(leftOutSentences(left)).toEqual([]);
    expect(warningSentence(left)).toBe('1 warning is noted; nothing is left out for it.');
  });

  it('says in words how much is left out', () => {
    expect(leftOutSentences({ rows: 2000, skipped: 1, cells: 1, warnings: 0 })).toEqual([
      '2,000 rows and 1 cell of the source could not be used and are left out of every count.',
      '1 row is left out by a stated rule.',
    ]);
    expect(leftOutSentences({ rows: 0, skipped: 0, cells: 1, warnings: 0 })).toEqual([
      '1 cell of the source could not be used and is left out of every count.',
    ]);
  });
});
