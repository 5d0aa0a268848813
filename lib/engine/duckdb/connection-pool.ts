import type { DuckDBInstance } from '@duckdb/node-api';
import { EngineError } from '../../query/engine';
import type { SqlRow, Statement } from '../sql/statement';
import { Connection } from './connection';

const CONNECTIONS = 2;

/** Runs statements on a few connections; each waits for a free one, in the order of asking. */
export class ConnectionPool {
  private readonly waiting: ((connection: Connection) => void)[] = [];
  private closed = false;
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connections: readonly Connection[],
    private readonly free: Connection[],
  ) {}

  static async open(instance: DuckDBInstance): Promise<ConnectionPool> {
    const connections: Connection[] = [];
    while (connections.length < CONNECTIONS) connections.push(await Connection.open(instance));
    return new ConnectionPool(instance, connections, [...connections]);
  }

  /** A free connection; an abort leaves the queue. */
  private acquire(signal?: AbortSignal): Promise<Connection> {
    const connection = this.free.pop();
    if (connection) return Promise.resolve(connection);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(receive), 1);
        reject(signal?.reason);
      };
      const receive = (freed: Connection) => {
        signal?.removeEventListener('abort', leave);
        resolve(freed);
      };
      this.waiting.push(receive);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private release(connection: Connection): void {
    const next = this.waiting.shift();
    if (next) next(connection);
    else this.free.push(connection);
  }

  /**
   * The rows of a statement. Throws EngineError with the SQL. An aborted signal rejects with its reason: before the run at
   * once, during it as soon as DuckDB has stopped, which frees the connection.
   */
  async ask(statement: Statement, signal?: AbortSignal): Promise<SqlRow[]> {
    signal?.throwIfAborted();
    if (this.closed) throw new EngineError('The engine is closed.', statement.sql);
    const connection = await this.acquire(signal);
    try {
      const rows = await connection.run(statement, signal);
      signal?.throwIfAborted();
      return rows;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new EngineError('The series could not be queried.', `${statement.sql}\n${String(cause)}`, cause);
    } finally {
      this.release(connection);
    }
  }

  /** Waits for what is running, then closes. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all(this.connections.map(() => this.acquire()));
    for (const connection of this.connections) connection.close();
    this.instance.closeSync();
  }
}
