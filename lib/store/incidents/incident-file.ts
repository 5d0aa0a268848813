import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { REVISION_FILES } from '../log/layout';
import { ORDER_BY_DATE } from '../revision/row-order';
import {
  fromRecord,
  INCIDENT_COLUMNS,
  type IncidentRecord,
  ownColumn,
  ownStruct,
  ownType,
  recordColumns,
} from './incident-record';

const SPILL = 'spill';

/** A database for the file of incidents of a folder. */
interface OpenIncidents {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * One thread: a second one saves no time, and needs memory of its own. A million incidents are sorted within the limit,
 * through a folder beside them; with half of the memory that takes twice as long.
 */
export async function openIncidents(dir: string): Promise<OpenIncidents> {
  const settings = { threads: '1', memory_limit: '600MB', temp_directory: join(dir, SPILL) };
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

async function run(dir: string, sql: string): Promise<void> {
  const { connection, close } = await openIncidents(dir);
  try {
    await connection.run(sql);
  } finally {
    close();
  }
}

/** A text of our own in SQL, for places where DuckDB takes no parameter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What DuckDB takes as one line unless told otherwise. */
const USUAL_LINE = 16 * 1024 * 1024;

/**
 * Rows of a group of the Parquet file. With the 122,880 that are usual the texts of one group do not fit into the memory, and
 * writing takes twice as long.
 */
const GROUP = 40_960;

/** The text of an own field as a search looks through it, in SQL; null for one that holds none. */
function searched(field: OwnField): string | null {
  const value = `own[${quoted(field.id)}]`;
  if (!ownType(field).startsWith('VARCHAR')) return null;
  return field.many ? `CASE WHEN len(${value}) > 0 THEN array_to_string(${value}, chr(10)) END` : value;
}

/** The folded text of incidents in ASCII, which their lines leave out: as `searchText` puts it together. */
function plainSearch(fields: readonly OwnField[]): string {
  const own = fields.toSorted((a, b) => byCodePoint(a.id, b.id)).map(searched);
  const texts = [
    'title',
    `coalesce(place."name", '')`,
    `coalesce(notes, '')`,
    ...own.filter((one) => one !== null),
  ];
  return `lower(concat_ws(chr(10), ${texts.join(', ')}))`;
}

function copySql(lines: string, longest: number, fields: readonly OwnField[], to: string): string {
  const struct = fields.map((field) => `"${field.id}" ${ownType(field)}`).join(', ');
  const columns = { ...INCIDENT_COLUMNS, ...(fields.length === 0 ? {} : { own: `STRUCT(${struct})` }) };
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  const most = Math.max(USUAL_LINE, longest);
  const options = `format = 'newline_delimited', maximum_object_size = ${most}, columns = {${types.join(', ')}}`;
  const rows = `SELECT * FROM read_json(${quoted(lines)}, ${options}) ORDER BY ${ORDER_BY_DATE}`;
  const own = fields.map((field) => `, own[${quoted(field.id)}] AS "${ownColumn(field)}"`);
  return `COPY (SELECT * ${fields.length === 0 ? '' : 'EXCLUDE (own) '}REPLACE (coalesce(search, ${plainSearch(fields)}) AS search)${own.join('')} FROM (${rows}))
    TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP})`;
}

/** Sorts lines of JSON, of which the longest has so many bytes, into `incidents.parquet` of a folder. */
export async function sortIntoFile(
  dir: string,
  lines: string,
  longest: number,
  fields: readonly OwnField[],
): Promise<void> {
  await run(dir, copySql(lines, longest, fields, join(dir, REVISION_FILES.incidents)));
  await rm(join(dir, SPILL), { recursive: true, force: true });
}

/** The names of the columns of a Parquet file; `file` is its path as SQL. */
export async function columnsOfFile(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${file})`);
  return reader.getRowObjects().map((row) => String(row.column_name));
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
  const { connection, close } = await openIncidents(dir);
  try {
    const names = [
      ...recordColumns(await columnsOfFile(connection, file)),
      ...(own === null ? [] : [`${own} AS own`]),
    ];
    const sql = `SELECT to_json(t)::VARCHAR FROM (SELECT ${names.join(', ')} FROM read_parquet(${file})) t`;
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getColumnValues(0).map((json) => fromRecord(JSON.parse(String(json)) as IncidentRecord));
    }
  } finally {
    close();
  }
}
