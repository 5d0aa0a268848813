import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { REVISION_FILES } from '../log/layout';
import { ORDER_BY_DATE } from '../revision/row-order';
import { runFile } from './batch-writer';
import {
  fromRecord,
  type IncidentRecord,
  ownColumn,
  ownStruct,
  ownType,
  recordColumns,
} from './incident-record';
import { RECORD_COLUMNS } from './parquet/shapes';

const SPILL = 'spill';

/**
 * Rows of a group where files are joined. With the 122,880 that are usual the texts of one group do not fit into the memory, and
 * writing takes twice as long.
 */
const GROUP = 40_960;

/** Loaded when first used: that takes a process as long as to publish a small series, which needs none. */
async function newDatabase(settings: Record<string, string>): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return DuckDBInstance.create(':memory:', settings);
}

/** A database for the file of incidents of a folder. */
interface OpenIncidents {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * One thread: a second one saves no time, and needs memory of its own. A million incidents are sorted within the limit,
 * through a folder beside them; with half of the memory that takes twice as long.
 */
async function openIncidents(dir: string): Promise<OpenIncidents> {
  const settings = { threads: '1', memory_limit: '600MB', temp_directory: join(dir, SPILL) };
  const instance = await newDatabase(settings);
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

/** A database to read a file with. */
export interface IncidentReader {
  readonly connection: DuckDBConnection;
  /** To be called once. A database that something failed in, or was left within, may answer no more: it is not `sound`. */
  close(sound: boolean): void;
}

/**
 * What read last and reads no more: to make a database and take it down again takes several times as long as to read a small file.
 * Each has one reader at a time, and its memory to itself.
 */
let idle: DuckDBInstance | null = null;

/** What is read is held by no database for later: a file may be another by then. Reading sorts nothing, so it spills nothing. */
const READING = {
  threads: '1',
  memory_limit: '600MB',
  temp_directory: '',
  enable_external_file_cache: 'false',
};

/** So many bytes a file may have for what has read it to be kept: after one of a million incidents a database holds some 280 MB for good. */
const MOST_KEPT = 1_000_000;

/** Opens a database that the file of incidents of a folder is read with. */
export async function openReader(dir: string): Promise<IncidentReader> {
  // Of a file that is not there the statement says so.
  const { size } = await stat(join(dir, REVISION_FILES.incidents)).catch(() => ({ size: 0 }));
  const kept = idle;
  idle = null;
  const instance = kept ?? (await newDatabase(READING));
  const connection = await instance.connect();
  return {
    connection,
    close(sound) {
      connection.closeSync();
      if (sound && size <= MOST_KEPT && idle === null) idle = instance;
      else instance.closeSync();
    },
  };
}

/** A text of our own in SQL, for places where DuckDB takes no parameter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Of each column of the file that joins others, its SQL: null where none of them has it. */
function joinedColumns(fields: readonly OwnField[], present: readonly string[]): readonly string[] {
  const plain = RECORD_COLUMNS.map((name) => `"${name}"`);
  const own = fields.map((field) => {
    const name = `"${ownColumn(field)}"`;
    return present.includes(ownColumn(field)) ? name : `NULL::${ownType(field)} AS ${name}`;
  });
  return [...plain, ...own];
}

/** Makes `incidents.parquet` of a folder of so many files of incidents, each of which is sorted, and removes these. */
export async function joinRuns(dir: string, runs: number, fields: readonly OwnField[]): Promise<void> {
  const to = join(dir, REVISION_FILES.incidents);
  if (runs === 1) {
    await rename(runFile(dir, 0), to);
    return;
  }
  const paths = Array.from({ length: runs }, (_, at) => runFile(dir, at));
  const files = `[${paths.map(quoted).join(', ')}]`;
  const from = `read_parquet(${files}, union_by_name = true)`;
  const { connection, close } = await openIncidents(dir);
  try {
    const columns = joinedColumns(fields, await columnsOf(connection, from));
    await connection.run(`COPY (SELECT ${columns.join(', ')} FROM ${from} ORDER BY ${ORDER_BY_DATE})
      TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP})`);
  } finally {
    close();
  }
  for (const path of [...paths, join(dir, SPILL)]) await rm(path, { recursive: true, force: true });
}

async function columnsOf(connection: DuckDBConnection, from: string): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
  return reader.getRowObjects().map((row) => String(row.column_name));
}

/** The names of the columns of a Parquet file; `file` is its path as SQL. */
export function columnsOfFile(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  return columnsOf(connection, `read_parquet(${file})`);
}

/**
 * The incidents of a file, in its order, some thousands at a time. They pass through JSON, which is several times faster
 * than value by value.
 */
export async function* streamIncidents(
  dir: string,
  fields: readonly OwnField[],
): AsyncGenerator<readonly Incident[]> {
  const file = quoted(join(dir, REVISION_FILES.incidents));
  const own = ownStruct(fields);
  const { connection, close } = await openReader(dir);
  let sound = false;
  try {
    const names = [
      ...recordColumns(await columnsOfFile(connection, file)),
      ...(own === null ? [] : [`${own} AS own`]),
    ];
    const sql = `SELECT to_json(t)::VARCHAR FROM (SELECT ${names.join(', ')} FROM read_parquet(${file})) t`;
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      yield chunk.getColumnValues(0).map((json) => fromRecord(JSON.parse(String(json)) as IncidentRecord));
    }
    sound = true;
  } finally {
    close(sound);
  }
}
