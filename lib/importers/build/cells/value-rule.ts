import type { RawColumn } from '../../../formats/raw-table';
import type { ValueRule } from '../../../mapping/mapping';
import { cellOf } from './cell-reader';

/** What a rule says of a row. */
export type ValueOf<T> = (cells: readonly string[]) => T;

/** A rule made ready for rows: the same value always, or that of the trimmed cell, else `otherwise`. */
export function ruleReader<T>(columns: readonly RawColumn[], rule: ValueRule<T>): ValueOf<T> {
  if ('fixed' in rule) return () => rule.fixed;
  const values = new Map(Object.entries(rule.values));
  const read = cellOf(columns, rule.column);
  return (cells) => {
    const found = values.get(read(cells));
    return found === undefined ? rule.otherwise : found;
  };
}
