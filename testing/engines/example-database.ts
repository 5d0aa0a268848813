import { DuckDBInstance } from '@duckdb/node-api';
import { ConnectionPool } from '../../lib/engine/duckdb/connection-pool';
import { DUCKDB } from '../../lib/engine/duckdb/dialect';
import { SETTINGS } from '../../lib/engine/duckdb/duckdb-engine';
import { loadTables } from '../../lib/engine/duckdb/load-tables';
import { answer } from '../../lib/engine/sql/answer';
import type { Statement } from '../../lib/engine/sql/statement';
import { memoryRecords } from '../../lib/engine/sql/statements/records';
import type { Query } from '../../lib/query/query';
import type { ResultOf } from '../../lib/query/result';
import type { Series } from '../../lib/series/model';
import { byDate } from '../../lib/store/revision/row-order';

/** An answer with the statements that DuckDB ran for it, in order. */
export interface Recorded {
  readonly result: ResultOf<Query>;
  readonly statements: readonly Statement[];
}

/** For tests: a series in DuckDB that tells what it was asked. */
export interface ExampleDatabase {
  run(query: Query): Promise<Recorded>;
  close(): Promise<void>;
}

export async function openExample(series: Series): Promise<ExampleDatabase> {
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  const sorted = [...series.incidents].sort(byDate);
  const tables = await loadTables(connection, series);
  await tables.add(sorted);
  tables.close();
  connection.closeSync();
  const records = memoryRecords(sorted, series, tables.extent());
  const pool = await ConnectionPool.open(instance);
  return {
    async run(query) {
      const statements: Statement[] = [];
      const ask = (statement: Statement) => {
        statements.push(statement);
        return pool.ask(statement);
      };
      return { result: await answer({ dialect: DUCKDB, ask, records }, query), statements };
    },
    close: () => pool.close(),
  };
}
