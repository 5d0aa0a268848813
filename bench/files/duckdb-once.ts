/** Reads one file with DuckDB and nothing else, and prints what it took as one line of JSON: the limit of an import. */
import { extname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const READERS: Readonly<Record<string, string>> = {
  '.csv': 'read_csv',
  '.json': 'read_json',
  '.ndjson': 'read_ndjson',
  '.parquet': 'read_parquet',
};

const path = process.argv[2] ?? '';
const reader = READERS[extname(path)];
if (reader !== undefined) {
  const connection = await (await DuckDBInstance.create()).connect();
  const begun = performance.now();
  await connection.run(`CREATE TABLE read AS FROM ${reader}('${path.replaceAll("'", "''")}')`);
  const seconds = (performance.now() - begun) / 1000;
  console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS * 1024 }));
}
