import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits';
import type { Opened, RawRow } from '../raw-table';
import { blobSource } from '../source/byte-source';
import { fileSource } from '../source/file-source';
import { openParquet } from './open-parquet';

type Table = Extract<Opened, { kind: 'table' }>;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'parquet-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Has DuckDB write the answer of a query. */
async function write(name: string, sql: string, options = ''): Promise<string> {
  const path = join(dir, name);
  const db = await DuckDBInstance.create(':memory:');
  const connection = await db.connect();
  await connection.run(`SET TimeZone = 'UTC'; COPY (${sql}) TO '${path}' (FORMAT parquet${options})`);
  connection.closeSync();
  return path;
}

async function read(opened: Opened): Promise<{ names: string[]; rows: RawRow[]; problems: string[] }> {
  const { table } = opened as Table;
  const rows: RawRow[] = [];
  const problems: string[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows);
    problems.push(...batch.problems.map(({ code }) => code));
  }
  return { names: table.columns.map(({ name }) => name), rows, problems };
}

const VALUES: [string, string][] = [
  ["DATE '2024-03-22'", '2024-03-22'],
  ["DATE '0044-03-15 (BC)'", '-0043-03-15'],
  ["TIMESTAMP '2024-03-22 20:15:30'", '2024-03-22T20:15:30'],
  ["TIMESTAMP '1969-12-31 23:59:59.5'", '1969-12-31T23:59:59.5'],
  ["TIMESTAMP_MS '2024-03-22 00:00:00.001'", '2024-03-22T00:00:00.001'],
  ["TIMESTAMP_NS '2024-03-22 00:00:00.000000001'", '2024-03-22T00:00:00.000000001'],
  ["TIMESTAMPTZ '2024-03-22 20:15:30+03'", '2024-03-22T17:15:30Z'],
  ["TIME '20:15:30.25'", '20:15:30.25'],
  ['9223372036854775807::BIGINT', '9223372036854775807'],
  ['(-5)::TINYINT', '-5'],
  ['4294967295::UINTEGER', '4294967295'],
  ['18446744073709551615::UBIGINT', '18446744073709551615'],
  ['12.50::DECIMAL(10,2)', '12.5'],
  ['(-0.05)::DECIMAL(4,2)', '-0.05'],
  ['12345678901234567890123456789.123::DECIMAL(38,3)', '12345678901234567890123456789.123'],
  ['0.1::FLOAT', '0.1'],
  ['0.1::DOUBLE', '0.1'],
  ["'NaN'::DOUBLE", ''],
  ['true', 'true'],
  ["'Ünï'", 'Ünï'],
  ["'\\xAA'::BLOB", 'aa'],
  ["'a'::ENUM('a', 'b')", 'a'],
  ["'0123abcd-0000-0000-0000-000000000001'::UUID", '0123abcd-0000-0000-0000-000000000001'],
  ['NULL::INTEGER', ''],
  ["['x', 'y', NULL]", 'x|y|'],
  ['[1, 2]::BIGINT[]', '1|2'],
  ["[DATE '2024-03-22', DATE '2024-03-23']", '2024-03-22|2024-03-23'],
  ["[{'url': 'u', 'n': 1}, {'url': 'v', 'n': 2}]", 'u|v'],
];

describe('a Parquet file that DuckDB wrote', () => {
  it.each(VALUES)('has %s as %s', async (sql, text) => {
    const path = await write(
      'value.parquet',
      `SELECT ${sql} AS x UNION ALL SELECT NULL ORDER BY x NULLS LAST`,
    );
    const { rows, problems } = await read(await openParquet(await fileSource(path), 'x', DEFAULT_LIMITS));
    expect([rows.map(({ cells }) => cells), problems]).toEqual([[[text], ['']], []]);
  });

  it('has the members of structures as columns', async () => {
    const sql =
      "SELECT {'b': 1, 'c': {'d': DATE '2024-03-22', 'e': ['x', 'y']}} AS a, 2 AS f UNION ALL SELECT NULL, 3 ORDER BY f";
    const { names, rows } = await read(
      await openParquet(await fileSource(await write('s.parquet', sql)), 'x', DEFAULT_LIMITS),
    );
    expect(names).toEqual(['a.b', 'a.c.d', 'a.c.e', 'f']);
    expect(rows).toEqual([
      { line: 1, cells: ['1', '2024-03-22', 'x|y', '2'] },
      { line: 2, cells: ['', '', '', '3'] },
    ]);
  });

  it.each(['snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli', 'uncompressed'])(
    'packed with %s has all rows',
    async (codec) => {
      const sql = "SELECT i, 'place ' || (i % 7) AS place, i / 3 AS q FROM range(10000) t(i)";
      const path = await write('c.parquet', sql, `, CODEC '${codec}', ROW_GROUP_SIZE 2048`);
      const { rows } = await read(await openParquet(await fileSource(path), 'x', DEFAULT_LIMITS));
      expect(rows.length).toBe(10_000);
      expect(rows[9_999]).toEqual({ line: 10_000, cells: ['9999', 'place 3', '3333'] });
    },
  );

  it('is refused where two columns have one name, for one of them would be lost', async () => {
    const columns = ['date', 'actor', 'date'].map((name, at) => ({
      name,
      data: [`a${at}`, `b${at}`],
      type: 'STRING' as const,
    }));
    const source = blobSource(new Blob([parquetWriteBuffer({ columnData: columns })]), 'twice.parquet');
    await expect(openParquet(source, 'twice.parquet', DEFAULT_LIMITS)).rejects.toThrow(
      /two of its columns are called “date”/,
    );
  });

  it('is refused without its footer, and counts what cannot be read of it', async () => {
    const sql = "SELECT i, 'place ' || hash(i) AS place FROM range(10000) t(i)";
    const bytes = new Uint8Array(readFileSync(await write('d.parquet', sql, ', ROW_GROUP_SIZE 2048')));
    const open = (some: Uint8Array) =>
      openParquet(blobSource(new Blob([some as BlobPart]), 'x'), 'x', DEFAULT_LIMITS);
    await expect(open(bytes.subarray(0, -100))).rejects.toMatchObject({ problem: { code: 'broken-file' } });
    const torn = bytes.slice();
    torn.fill(255, 10, 400);
    const { rows, problems } = await read(await open(torn));
    expect([rows.length, problems]).toEqual([10_000 - 2_048, ['truncated-file']]);
    await expect(
      openParquet(blobSource(new Blob([bytes]), 'x'), 'x', { ...DEFAULT_LIMITS, rows: 10 }),
    ).rejects.toThrow(/more than 10 rows/);
  });
});
