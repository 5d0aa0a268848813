import { DuckDBInstance } from '@duckdb/node-api';
import { pause } from '../../caches/pause';
import { type Engine, EngineError } from '../../query/engine';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import type { Series } from '../../series/model';
import { byDate } from '../../store/revision/row-order';
import { answer } from '../sql/answer';
import { type Ask, memoryRecords, type Records } from '../sql/statements/records';
import { ConnectionPool } from './connection-pool';
import { DUCKDB } from './dialect';
import { loadTables } from './load-tables';

/**
 * No files, also none to spill into, no network, and nothing that a statement could change about that. Panels are asked for at once, so each
 * statement runs on the thread of its connection and none is spread over several.
 */
export const SETTINGS = {
  threads: '1',
  memory_limit: '1GB',
  temp_directory: '',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  lock_configuration: 'true',
};

/** Incidents that go into the tables in one go: a few hundredths of a second. */
const AT_ONCE = 1024;

/** An engine over a database whose tables are filled. It owns the instance. */
export async function engineOver(instance: DuckDBInstance, records: Records): Promise<Engine> {
  const pool = await ConnectionPool.open(instance);
  return {
    name: 'duckdb',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      signal?.throwIfAborted();
      const ask: Ask = (statement) => pool.ask(statement, signal);
      return (await answer({ dialect: DUCKDB, ask, records }, query)) as ResultOf<Q>;
    },
    close: () => pool.close(),
  };
}

/**
 * An engine over a series held in native DuckDB tables in memory. Whole records stay beside the tables as they are, so
 * that rows come back without being put together again.
 */
export async function loadDuckDbEngine(series: Series): Promise<Engine> {
  try {
    const instance = await DuckDBInstance.create(':memory:', SETTINGS);
    const connection = await instance.connect();
    const sorted = [...series.incidents].sort(byDate);
    const tables = await loadTables(connection, series);
    for (let at = 0; at < sorted.length; at += AT_ONCE) {
      await tables.add(sorted.slice(at, at + AT_ONCE));
      await pause();
    }
    tables.close();
    connection.closeSync();
    return await engineOver(instance, memoryRecords(sorted, series, tables.extent()));
  } catch (cause) {
    throw new EngineError('The series could not be loaded.', String(cause), cause);
  }
}
