import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Incident } from '../series/model';
import { fromRecord, INCIDENT_COLUMNS, type IncidentRecord, toRecord } from './incident-record';
import { REVISION_FILES } from './layout';

/** One thread, so that the same incidents give the same bytes. */
async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text of our own in SQL, for places where DuckDB takes no parameter. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Writes `incidents.parquet` into a folder, in the order given; `lines` is a file name free for use and is left behind. */
export async function writeIncidents(
  dir: string,
  incidents: readonly Incident[],
  lines: string,
): Promise<void> {
  const from = join(dir, lines);
  await writeFile(from, incidents.map((incident) => `${JSON.stringify(toRecord(incident))}\n`).join(''));
  const columns = Object.entries(INCIDENT_COLUMNS).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  const source = `read_json(${quoted(from)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`;
  const to = quoted(join(dir, REVISION_FILES.incidents));
  await withDuckDb((connection) =>
    connection.run(`COPY (SELECT * FROM ${source}) TO ${to} (FORMAT parquet, COMPRESSION zstd)`),
  );
}

/** The incidents of a file, in its order. Passes through JSON, which is several times faster than value by value. */
export async function readIncidents(dir: string): Promise<readonly Incident[]> {
  const file = quoted(join(dir, REVISION_FILES.incidents));
  const names = Object.keys(INCIDENT_COLUMNS).map((name) => `"${name}"`);
  return withDuckDb(async (connection) => {
    const sql = `SELECT to_json(t)::VARCHAR FROM (SELECT ${names.join(', ')} FROM read_parquet(${file})) t`;
    const reader = await connection.runAndReadAll(sql);
    return reader.getRows().map(([json]) => fromRecord(JSON.parse(String(json)) as IncidentRecord));
  });
}
