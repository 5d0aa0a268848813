import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import writeXlsxFile from 'write-excel-file/node';
import { GED_COLUMNS, type GedRow, gedRows } from './ged-rows';

export const FILE_FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const;
export type BenchFormat = (typeof FILE_FORMATS)[number];

function csvCell(cell: GedRow[number]): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function objectOf(row: GedRow): object {
  return Object.fromEntries(GED_COLUMNS.map((name, at) => [name, row[at]]));
}

/** How each text format writes its beginning, a row, what parts rows, and its end. */
const TEXTS = {
  csv: {
    head: `${GED_COLUMNS.join(',')}\n`,
    row: (row: GedRow) => row.map(csvCell).join(','),
    ...{ between: '\n', tail: '\n' },
  },
  ndjson: { head: '', row: (row: GedRow) => JSON.stringify(objectOf(row)), between: '\n', tail: '\n' },
  json: { head: '[', row: (row: GedRow) => JSON.stringify(objectOf(row)), between: ',\n', tail: ']' },
} as const;

async function writeText(path: string, format: keyof typeof TEXTS, rows: Iterable<GedRow>): Promise<void> {
  const { head, row: textOf, between, tail } = TEXTS[format];
  const file = createWriteStream(path);
  let text = head;
  let first = true;
  for (const row of rows) {
    text += (first ? '' : between) + textOf(row);
    first = false;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text + tail);
  await once(file, 'finish');
}

async function writeXlsx(path: string, rows: Iterable<GedRow>): Promise<void> {
  const cells = Array.from(rows, (row) => row.map((value) => (value === null ? null : { value })));
  await writeXlsxFile([GED_COLUMNS.map((value) => ({ value })), ...cells]).toFile(path);
}

/** Parquet as DuckDB writes it, with the types that it finds in the CSV file. */
async function writeParquet(path: string, rows: Iterable<GedRow>): Promise<void> {
  const csv = `${path}.csv`;
  await writeText(csv, 'csv', rows);
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (FROM read_csv('${csv}')) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
}

/** Writes made-up GED rows in a format. The file is there whole or not at all. */
export async function writeGedFile(
  path: string,
  format: BenchFormat,
  rows: number,
  seed: number,
): Promise<void> {
  const partial = `${path}.part`;
  const made = gedRows(rows, seed);
  if (format === 'xlsx') await writeXlsx(partial, made);
  else if (format === 'parquet') await writeParquet(partial, made);
  else await writeText(partial, format, made);
  await rename(partial, path);
}
