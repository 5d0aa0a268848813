import type { RawColumn } from '../../../formats/raw-table';

/** The trimmed text of one column in a row. */
export type CellOf = (cells: readonly string[]) => string;

/** Between texts that make one key; no text of a file that means anything holds it. */
export const BETWEEN = '\u001f';

/** Reads a column by its name. A column that is null, or that the table does not have, is empty in every row. */
export function cellOf(columns: readonly RawColumn[], name: string | null): CellOf {
  const at = name === null ? -1 : columns.findIndex((column) => column.name === name);
  return at < 0 ? () => '' : (cells) => (cells[at] ?? '').trim();
}

/** Several columns as one text that differs wherever one of them does. */
export function keyOf(columns: readonly RawColumn[], names: readonly (string | null)[]): CellOf {
  const reads = names.map((name) => cellOf(columns, name));
  if (reads.length === 1) return reads[0] as CellOf;
  return (cells) => {
    let key = '';
    for (const read of reads) key += read(cells) + BETWEEN;
    return key;
  };
}
