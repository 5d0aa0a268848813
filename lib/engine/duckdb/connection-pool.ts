import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import { EngineError } from '../../query/engine';
import { fromDuckDb, type SqlRow, type Statement, toDuckDb } from './statement';

const CONNECTIONS = 2;
/** Statements kept ready on each connection; a dashboard has about twenty, and one text for each set of clauses. */
const PREPARED = 400;

interface Prepared {
  readonly statement: DuckDBPreparedStatement;
  readonly names: readonly string[];
}

/** One connection and the statements prepared on it, least recently used first. It runs one statement at a time. */
class Lane {
  private readonly ready = new Map<string, Prepared>();
  constructor(private readonly connection: DuckDBConnection) {}

  private async prepare(sql: string): Promise<Prepared> {
    const known = this.ready.get(sql);
    if (known) {
      this.ready.delete(sql);
      this.ready.set(sql, known);
      return known;
    }
    const statement = await this.connection.prepare(sql);
    const names = Array.from({ length: statement.parameterCount }, (_, i) => statement.parameterName(i + 1));
    const fresh = { statement, names };
    this.ready.set(sql, fresh);
    const [oldest] = this.ready.keys();
    if (this.ready.size > PREPARED && oldest !== undefined) {
      this.ready.get(oldest)?.statement.destroySync();
      this.ready.delete(oldest);
    }
    return fresh;
  }

  async run({ sql, values }: Statement): Promise<SqlRow[]> {
    const { statement, names } = await this.prepare(sql);
    for (const [i, name] of names.entries()) {
      const given = values[name];
      if (given === undefined) throw new Error(`The statement names $${name}, which has no value.`);
      const { value, type } = toDuckDb(given);
      statement.bindValue(i + 1, value, type);
    }
    const reader = await statement.runAndReadAll();
    const columns = reader.columnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(columns.map((name, i) => [name, fromDuckDb(row[i] ?? null)])));
  }

  close(): void {
    for (const { statement } of this.ready.values()) statement.destroySync();
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
    while (lanes.length < CONNECTIONS) lanes.push(new Lane(await instance.connect()));
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
