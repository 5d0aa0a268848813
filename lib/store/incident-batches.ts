import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Incident } from '../series/model';
import { fromRecord, INCIDENT_COLUMNS, type IncidentRecord } from './incident-record';
import { REVISION_FILES } from './layout';
import { reasonOf, StoreError } from './store-error';

const sqlOf = (file: string) => {
  const names = Object.keys(INCIDENT_COLUMNS).map((name) => `"${name}"`);
  const from = `read_parquet('${file.replaceAll("'", "''")}')`;
  return `SELECT to_json(t)::VARCHAR FROM (SELECT ${names.join(', ')} FROM ${from}) t`;
};

async function* rowsOf(file: string): AsyncGenerator<readonly Incident[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const result = await connection.stream(sqlOf(file));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRows().map(([json]) => fromRecord(JSON.parse(String(json)) as IncidentRecord));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The incidents of a revision in batches of some thousand, in the order of its file; no more is held. Throws StoreError. */
export async function* incidentBatches(dir: string): AsyncGenerator<readonly Incident[]> {
  const file = join(dir, REVISION_FILES.incidents);
  try {
    yield* rowsOf(file);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(file, `it cannot be read (${reasonOf(cause)})`, cause);
  }
}
