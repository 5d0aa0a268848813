import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import { fileSource } from '../formats/source/file-source';
import type { DatasetId } from '../series/model';
import { revisionOf } from '../store/revision/revision-hash';
import { examine } from './run/import-file';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = join(process.cwd(), '..', 'shared', 'series');
const isHere = existsSync(FOLDER);
if (!isHere) console.warn('the real event files are absent: their formats are not compared');

const ROWS = 300;
/** With ids and figures; with neither, in German, with line breaks; with month first and many links. */
const FILES = [
  ['ucdp_ged_syria_191/ucdp_syria.csv', 'ged'],
  ['arvig/arvig.csv', 'arvig'],
  ['stanford_msa/Stanford_MSA_Database.csv', 'stanford'],
] as const;
const FORMATS = ['csv', 'shuffled.csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const;

type Cell = string | number | null;
type Table = { readonly names: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

const isNumber = (text: string) => text === '' || String(Number(text)) === text;

/** Control characters that the library that writes workbooks leaves out; arvig has some where a € should be. */
const DISCOURAGED = /[\u007f-\u0084\u0086-\u009f]/g;

/** The first rows, with numbers where all of a column is, and nothing where a cell is empty. */
function cut(file: string): Table {
  const text = readFileSync(join(FOLDER, file), 'utf8').replace(DISCOURAGED, '');
  const [names = [], ...rows]: string[][] = parse(text, { bom: true, to: ROWS + 1 });
  const numbers = names.map((_, at) => rows.every((row) => isNumber(row[at] ?? '')));
  const typed = rows.map((row) =>
    row.map((cell, at) => (cell === '' ? null : numbers[at] ? Number(cell) : cell)),
  );
  return { names, rows: typed };
}

let dir = '';

async function write(name: string, { names, rows }: Table): Promise<void> {
  const path = (format: (typeof FORMATS)[number]) => join(dir, `${name}.${format}`);
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
  writeFileSync(path('csv'), stringify([names, ...rows]));
  // Another order of the rows: every 7th, then every 7th after the first, and so on.
  const others = rows.map((_, at) => rows[(at * 7) % rows.length]);
  expect(new Set(others).size).toBe(rows.length);
  writeFileSync(path('shuffled.csv'), stringify([names, ...others]));
  writeFileSync(path('json'), JSON.stringify(objects));
  writeFileSync(path('ndjson'), objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const sheet = [names, ...rows].map((row) =>
    row.map((value) =>
      value === null ? null : { value, type: typeof value === 'number' ? Number : String },
    ),
  );
  const book = writeXlsxFile as unknown as (data: unknown) => { toFile(path: string): Promise<void> };
  await book(sheet).toFile(path('xlsx'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM read_json_auto('${path('json')}', maximum_object_size=100000000, sample_size=-1)) TO '${path('parquet')}' (FORMAT parquet)`,
  );
  connection.closeSync();
}

const tables = new Map<string, Table>();

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'same-revision-'));
  if (!isHere) return;
  for (const [file, name] of FILES) tables.set(name, cut(file));
  for (const [name, table] of tables) await write(name, table);
});
afterAll(() => rmSync(dir, { recursive: true }));

async function imported(path: string) {
  const found = await examine(await fileSource(path));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  expect(openQuestions(found)).toEqual([]);
  const made = await collectSeries(found, null, { id: 'mine' as DatasetId, title: 'Mine' });
  return { counts: made.counts, revision: revisionOf(made.series) };
}

describe.skipIf(!isHere)('the same rows of a real file', () => {
  it.each(FILES)('%s are the same revision from every format, in any order', async (_, name) => {
    const first = await imported(join(dir, `${name}.csv`));
    expect(first.counts.read).toBe(ROWS);
    for (const format of FORMATS) {
      const { counts, revision } = await imported(join(dir, `${name}.${format}`));
      expect([format, counts, revision]).toEqual([format, first.counts, first.revision]);
    }
  });

  it.each(FILES)('%s are another revision where a row is missing', async (_, name) => {
    const { names, rows } = tables.get(name)!;
    writeFileSync(join(dir, 'shorter.csv'), stringify([names, ...rows.slice(1)]));
    const [all, fewer] = [await imported(join(dir, `${name}.csv`)), await imported(join(dir, 'shorter.csv'))];
    expect(fewer.revision).not.toBe(all.revision);
  });
});
