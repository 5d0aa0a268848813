import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { DEFAULT_LIMITS } from './limits';
import { openFile } from './open-file';
import { fileSource } from './source/file-source';

/** The table as DuckDB makes it. Its CSV writes whole DOUBLEs as `5.0`, and text stays as written, so no figure is whole. */
const SQL = `SELECT i AS id, DATE '2024-01-01' + i::INTEGER AS date, 'pläce, "' || i AS place,
  CASE WHEN i % 3 = 0 THEN NULL ELSE i + 0.25::DOUBLE END AS figure, i % 2 = 0 AS certain,
  3000000000 + i AS large, 'a' || chr(10) || 'b' AS lines FROM range(50) t(i)`;
const NAMES = ['id', 'date', 'place', 'figure', 'certain', 'large', 'lines'];

const EXPECTED = Array.from({ length: 50 }, (_, i) => [
  String(i),
  new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
  `pläce, "${i}`,
  i % 3 === 0 ? '' : String(i + 0.25),
  i % 2 === 0 ? 'true' : 'false',
  String(3_000_000_000 + i),
  'a\nb',
]);

let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'same-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const copies = [
    "a.csv' (HEADER)",
    "a.tsv' (HEADER, DELIMITER '\t')",
    "a.parquet' (FORMAT parquet)",
    "a.json' (FORMAT json, ARRAY true)",
    "a.ndjson' (FORMAT json)",
  ];
  for (const copy of copies) await connection.run(`COPY (${SQL}) TO '${dir}/${copy}`);
  connection.closeSync();
  await (writeXlsxFile as unknown as (data: unknown) => { toFile(path: string): Promise<void> })(
    sheet(),
  ).toFile(join(dir, 'a.xlsx'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function sheet() {
  const rows = EXPECTED.map(([id, date, place, figure, certain, large, lines]) => [
    { value: Number(id), type: Number },
    { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
    { value: place, type: String },
    figure === '' ? null : { value: Number(figure), type: Number },
    { value: certain === 'true', type: Boolean },
    { value: Number(large), type: Number },
    { value: lines, type: String },
  ]);
  return [NAMES.map((value) => ({ value, type: String })), ...rows];
}

describe('one table in several formats', () => {
  it.each(['a.csv', 'a.tsv', 'a.json', 'a.ndjson', 'a.parquet', 'a.xlsx'])(
    'has the same cells in %s',
    async (name) => {
      const opened = await openFile(await fileSource(join(dir, name)), {}, DEFAULT_LIMITS);
      if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
      const cells: (readonly string[])[] = [];
      for await (const { rows, problems } of opened.table.batches()) {
        expect(problems).toEqual([]);
        cells.push(...rows.map((row) => row.cells));
      }
      expect(opened.table.columns.map((column) => column.name)).toEqual(NAMES);
      expect(cells).toEqual(EXPECTED);
      expect(opened.questions).toEqual([]);
    },
  );
});
