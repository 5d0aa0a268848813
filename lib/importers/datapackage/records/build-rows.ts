import type { Problem } from '../../../problems/problem';
import type { Passes } from '../tables/passes';
import { type RowReader, readerOf } from '../tables/row-reader';
import { eachRow, type Table } from '../tables/table';

/** Builds one thing a row. A row with a problem is reported and left out; a table left out gives nothing. */
export function* buildRows<T>(
  table: Table | undefined,
  problems: Problem[],
  build: (row: RowReader) => T,
): Passes<T[]> {
  const built: T[] = [];
  yield* eachRow(table, (row) => {
    const reader = readerOf(row, problems);
    const made = build(reader);
    if (reader.ok()) built.push(made);
  });
  return built;
}

/** The same for rows that declare ids: those kept can be referred to. */
export function buildEntries<T extends { readonly id: string }>(
  table: Table | undefined,
  problems: Problem[],
  declare: (id: T['id']) => void,
  build: (row: RowReader) => T,
): Passes<T[]> {
  return buildRows(table, problems, (row) => {
    const made = build(row);
    if (row.ok()) declare(made.id);
    return made;
  });
}
