import type { RawColumn } from '../../formats/raw-table';
import type { ValueRule } from '../mapping';

/** The cell of a named column; '' where the table has no such column. */
export function cellOf(column: string, columns: readonly RawColumn[]): (cells: readonly string[]) => string {
  const at = columns.findIndex(({ name }) => name === column);
  return (cells) => cells[at] ?? '';
}

/** What a rule gives for a row. */
export function ruleValue<T>(
  rule: ValueRule<T>,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => T {
  if ('fixed' in rule) return () => rule.fixed;
  const cell = cellOf(rule.column, columns);
  const values = new Map(Object.entries(rule.values));
  return (cells) => values.get(cell(cells).trim()) ?? rule.otherwise;
}
