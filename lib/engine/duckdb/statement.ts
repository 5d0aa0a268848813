import {
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';

/** A value for a `$name` of a statement. */
export type Parameter = number | boolean | string | readonly string[] | readonly number[];

/** The values of a statement by name; those that its text does not name are passed over. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** SQL text made of our own words alone, and the values it names. */
export interface Statement {
  readonly sql: string;
  readonly values: Parameters;
}

/** One row of an answer, by column. Whole numbers of any width are plain numbers. */
export type SqlRow = Readonly<Record<string, string | number | boolean | null>>;

/** The DuckDB value and type of a parameter. */
export function toDuckDb(value: Parameter): { readonly value: DuckDBValue; readonly type: DuckDBType } {
  if (typeof value === 'string') return { value, type: VARCHAR };
  if (typeof value === 'boolean') return { value, type: BOOLEAN };
  if (typeof value === 'number') return { value, type: Number.isInteger(value) ? INTEGER : DOUBLE };
  const type = typeof value[0] === 'number' ? LIST(INTEGER) : LIST(VARCHAR);
  return { value: listValue([...value]), type };
}

/** A cell as a plain value; DuckDB hands out BIGINT and HUGEINT as bigint. */
export function fromDuckDb(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Number(value);
}

/** A number that the statement never leaves null. */
export function numberOf(row: SqlRow | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}

/** A number, or null. */
export function numberOrNull(row: SqlRow, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** A text, or null. */
export function textOrNull(row: SqlRow, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}
