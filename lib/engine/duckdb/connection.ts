import {
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBResultReader,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api';
import type { BoundValue, SqlRow, Statement } from '../sql/statement';
import { VALUE_TYPES } from './dialect';

/** Statements kept ready on each connection; a dashboard has about twenty, and one text for each set of clauses. Each holds some 80 kB. */
const PREPARED = 150;
/** Milliseconds after which a statement is told again to stop: DuckDB forgets what it was told before it began to run. */
const INTERRUPT_AGAIN = 20;

/** A cell as a plain value; DuckDB hands out BIGINT and HUGEINT as bigint. */
function plainValue(value: DuckDBValue): SqlRow[string] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Number(value);
}

/** Read by columns, which is several times as fast as cell by cell; an activity chart may have ten thousand rows. */
function rowsOf(reader: DuckDBResultReader): SqlRow[] {
  const columns = Object.entries(reader.getColumnsObject());
  return Array.from({ length: reader.currentRowCount }, (_, at) => {
    const row: Record<string, SqlRow[string]> = {};
    for (const [name, values] of columns) row[name] = plainValue(values[at] ?? null);
    return row;
  });
}

function isInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}

/** DuckDB's binding cuts whole numbers to 32 bits without a word. */
function checkIntegers({ type, value }: BoundValue): void {
  const integers = type === 'integer' ? [value] : type === 'integers' ? value : [];
  if (!integers.every(isInteger)) throw new RangeError(`Not a whole number of 32 bits: ${integers}`);
}

/** Binds each value under its type. Throws RangeError for a number that is none of 32 bits where one is due. */
export function bindValues(statement: DuckDBPreparedStatement, values: Statement['values']): void {
  for (const [name, bound] of Object.entries(values)) {
    checkIntegers(bound);
    const value = Array.isArray(bound.value) ? listValue(bound.value) : bound.value;
    statement.bindValue(statement.parameterIndex(name), value as DuckDBValue, VALUE_TYPES[bound.type]);
  }
}

/** Interrupts what the connection runs once the signal is aborted, until the function that comes back is called. */
function interruptOnAbort(connection: DuckDBConnection, signal: AbortSignal | undefined): () => void {
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    timer = setTimeout(interrupt, INTERRUPT_AGAIN);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal?.removeEventListener('abort', interrupt);
    clearTimeout(timer);
  };
}

/** One connection and the statements prepared on it, least recently used first. It runs one statement at a time. */
export class Connection {
  private readonly ready = new Map<string, DuckDBPreparedStatement>();
  private constructor(private readonly connection: DuckDBConnection) {}

  static async open(instance: DuckDBInstance): Promise<Connection> {
    return new Connection(await instance.connect());
  }

  private async prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const statement = this.ready.get(sql) ?? (await this.connection.prepare(sql));
    this.ready.delete(sql);
    this.ready.set(sql, statement);
    const [oldest] = this.ready.keys();
    if (this.ready.size > PREPARED && oldest !== undefined) {
      this.ready.get(oldest)?.destroySync();
      this.ready.delete(oldest);
    }
    return statement;
  }

  /** The rows of a statement. Where the signal is aborted, DuckDB stops within moments and its error is thrown. */
  async run({ sql, values }: Statement, signal?: AbortSignal): Promise<SqlRow[]> {
    const statement = await this.prepare(sql);
    bindValues(statement, values);
    signal?.throwIfAborted();
    const leave = interruptOnAbort(this.connection, signal);
    try {
      return rowsOf(await statement.runAndReadAll());
    } finally {
      leave();
    }
  }

  close(): void {
    for (const statement of this.ready.values()) statement.destroySync();
    this.connection.closeSync();
  }
}
