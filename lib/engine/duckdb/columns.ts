import {
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  STRUCT,
  structValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { DaySpan } from '../../time/day';

/** A column of a native table: its name, its type, and what a row of `T` holds in it. */
export interface TableColumn<T> {
  readonly name: string;
  readonly type: DuckDBType;
  readonly value: (row: T) => DuckDBValue;
}

const SPANS = LIST(STRUCT({ f: INTEGER, t: INTEGER }));

export function integer<T>(name: string, value: (row: T) => number | null): TableColumn<T> {
  return { name, type: INTEGER, value };
}

export function double<T>(name: string, value: (row: T) => number | null): TableColumn<T> {
  return { name, type: DOUBLE, value };
}

export function text<T>(name: string, value: (row: T) => string | null): TableColumn<T> {
  return { name, type: VARCHAR, value };
}

export function flag<T>(name: string, value: (row: T) => boolean): TableColumn<T> {
  return { name, type: BOOLEAN, value };
}

export function texts<T>(name: string, value: (row: T) => readonly string[]): TableColumn<T> {
  return { name, type: LIST(VARCHAR), value: (row) => listValue([...value(row)]) };
}

/** Spans of days as a list of structs `f`, `t`; null where one span or none says it all. */
export function spans<T>(name: string, value: (row: T) => readonly DaySpan[]): TableColumn<T> {
  const list = (all: readonly DaySpan[]) =>
    all.length < 2 ? null : listValue(all.map(({ from, to }) => structValue({ f: from, t: to })));
  return { name, type: SPANS, value: (row) => list(value(row)) };
}
