import type { TableName } from './format';

/** A row that its schema lets pass; an empty cell is "". `line` is where it begins in the file. */
export interface PackageRow {
  readonly file: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** Whether cells are written as `exact-cells.ts` reads them. */
  readonly exact: boolean;
}

/** A table read, with the number of rows its file holds, kept or not. */
export interface Table {
  readonly rows: readonly PackageRow[];
  readonly read: number;
}

export type Tables = ReadonlyMap<TableName, Table>;
