import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBResultReader,
  DuckDBValue,
} from '@duckdb/node-api';
import { EngineError } from '../../query/engine';
import type { SqlRow, Statement } from '../sql/statement';
import { ArgsTable } from './args-table';

const CONNECTIONS = 2;
/** Statements kept ready on each connection; a dashboard has about twenty, and one text for each set of clauses. */
const PREPARED = 400;

/** A cell as a plain value; DuckDB hands out BIGINT and HUGEINT as bigint. */
function fromDuckDb(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Number(value);
}

/** Read by columns, which is several times as fast as cell by cell; an activity chart may have ten thousand rows. */
function rowsOf(reader: DuckDBResultReader): SqlRow[] {
  const columns = Object.entries(reader.getColumnsObject());
  return Array.from({ length: reader.currentRowCount }, (_, at) => {
    const row: Record<string, SqlRow[string]> = {};
    for (const [name, values] of columns) row[name] = fromDuckDb(values[at] ?? null);
    return row;
  });
}

/** One connection and the statements prepared on it, least recently used first. It runs one statement at a time. */
class Lane {
  private readonly ready = new Map<string, DuckDBPreparedStatement>();
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly args: ArgsTable,
  ) {}

  static async open(instance: DuckDBInstance): Promise<Lane> {
    const connection = await instance.connect();
    return new Lane(connection, await ArgsTable.create(connection));
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

  async run({ sql, values }: Statement): Promise<SqlRow[]> {
    await this.args.write(values);
    const statement = await this.prepare(sql);
    const reader = await statement.runAndReadAll();
    return rowsOf(reader);
  }

  close(): void {
    for (const statement of this.ready.values()) statement.destroySync();
    this.args.close();
    this.connection.closeSync();
  }
}

/** Runs statements on a few connections; each waits for a free one, in the order of asking. */
export class ConnectionPool {
  private readonly waiting: ((lane: Lane) => void)[] = [];
  private closed = false;
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly lanes: readonly Lane[],
    private readonly free: Lane[],
  ) {}

  static async open(instance: DuckDBInstance): Promise<ConnectionPool> {
    const lanes: Lane[] = [];
    while (lanes.length < CONNECTIONS) lanes.push(await Lane.open(instance));
    return new ConnectionPool(instance, lanes, [...lanes]);
  }

  private take(): Promise<Lane> {
    const lane = this.free.pop();
    return lane ? Promise.resolve(lane) : new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(lane: Lane): void {
    const next = this.waiting.shift();
    if (next) next(lane);
    else this.free.push(lane);
  }

  /** The rows of a statement. Throws EngineError with the SQL; an aborted signal rejects before and after the run. */
  async ask(statement: Statement, signal?: AbortSignal): Promise<SqlRow[]> {
    signal?.throwIfAborted();
    if (this.closed) throw new EngineError('The engine is closed.', statement.sql);
    const lane = await this.take();
    try {
      signal?.throwIfAborted();
      const rows = await lane.run(statement);
      signal?.throwIfAborted();
      return rows;
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new EngineError('The series could not be queried.', `${statement.sql}\n${String(cause)}`, cause);
    } finally {
      this.give(lane);
    }
  }

  /** Waits for what is running, then closes. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all(this.lanes.map(() => this.take()));
    for (const lane of this.lanes) lane.close();
    this.instance.closeSync();
  }
}
