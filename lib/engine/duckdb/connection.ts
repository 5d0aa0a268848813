import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBResultReader,
  DuckDBValue,
} from '@duckdb/node-api';
import type { SqlRow, Statement } from '../sql/statement';
import { ArgsTable } from './args-table';

/** Statements kept ready on each connection; a dashboard has about twenty, and one text for each set of clauses. */
const PREPARED = 400;
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
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly args: ArgsTable,
  ) {}

  static async open(instance: DuckDBInstance): Promise<Connection> {
    const connection = await instance.connect();
    return new Connection(connection, await ArgsTable.create(connection));
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
    await this.args.write(values);
    const statement = await this.prepare(sql);
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
    this.args.close();
    this.connection.closeSync();
  }
}
