import type { RawColumn } from '../../../formats/raw-table';
import { trimmed } from '../../../text/trimmed';

/** The trimmed text of one column in a row. */
export type CellOf = (cells: readonly string[]) => string;

/** Between texts that make one key; no text of a file that means anything holds it. */
export const BETWEEN = '\u001f';

/** Reads a column by its name. A column that is null, or that the table does not have, is empty in every row. */
export function cellOf(columns: readonly RawColumn[], name: string | null): CellOf {
  const at = name === null ? -1 : columns.findIndex((column) => column.name === name);
  return at < 0 ? () => '' : (cells) => trimmed(cells[at] ?? '');
}

/** Several columns, each read by its name. */
export function cellsOf(columns: readonly RawColumn[], names: readonly (string | null)[]): readonly CellOf[] {
  return names.map((name) => cellOf(columns, name));
}
