import type { Problem } from '../../problems/problem';
import { effectOf, entryOf } from '../import-codes';

/** The columns of every problems.csv that people get, in order. `line` counts from 1. */
export const PROBLEM_COLUMNS = [
  ...(['file', 'line', 'column', 'value', 'code', 'effect', 'reason', 'what_to_do'] as const),
];

/** A problem with what it costs and what can be done: the advice of its code, or what the code means. */
export function problemRecord({ file, row, column, value, code, reason }: Problem): readonly string[] {
  const entry = entryOf(code);
  const effect = entry === null ? '' : effectOf(code);
  const line = row === null ? '' : String(row);
  const advice = entry?.advice ?? entry?.meaning ?? '';
  return [file, line, column ?? '', value ?? '', code, effect, reason, advice];
}
