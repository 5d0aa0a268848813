import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { arbitrarilyFielded } from '../../../testing/series/arbitrary-fields';
import { incident } from '../../../testing/series/hand-made';
import { tinySeries } from '../../../testing/series/tiny-series';
import { importDataPackage } from '../../importers/datapackage/datapackage';
import type { OwnField, OwnValue } from '../../series/fields';
import type { Incident, Series } from '../../series/model';
import { revisionOf } from '../../store/revision/revision-hash';
import { packageFiles } from '../package/package-files';
import { aboutExport } from './about-export';
import { ROW_COLUMNS, rowColumns } from './columns';
import { neutralise } from './csv';
import { EXPORT_FORMATS, type ExportFormat, exportStream } from './export-stream';
import { incidentRow } from './incident-row';
import { wholeColumns, wholeLines, wholeRow } from './whole-rows';

const RUNS = { numRuns: 40, seed: 20261128 };
const dir = mkdtempSync(join(tmpdir(), 'annals-own-'));
afterAll(() => rmSync(dir, { recursive: true }));

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const FIELDS: readonly OwnField[] = [
  { ...plain, id: 'damage', label: 'Damage', kind: 'number', unit: 'USD', aggregate: 'sum', column: 'Cost' },
  { ...plain, id: 'id', label: 'Id of the police', kind: 'text' },
  { ...plain, id: 'seen', label: 'Seen', kind: 'day' },
  { ...plain, id: 'armed', label: 'Armed', kind: 'flag' },
  { ...plain, id: 'parts', label: 'Parts', kind: 'category', many: true, description: 'What was hit.' },
];
const INCIDENTS = [
  incident('a', '2020-01-05', [], {
    own: { damage: -12.5, id: '=1+1', seen: '2020-02-01', armed: false, parts: ['wing', 'tail, left'] },
  }),
  incident('b', '2020-01-06', [], { own: { damage: 0 } }),
];

function rowsOf(incidents: readonly Incident[]) {
  return incidents.map((one) =>
    incidentRow({ incident: one, weight: 1, inLow: true, inBest: true, matched: [] }),
  );
}

async function exported(
  format: ExportFormat,
  fields: readonly OwnField[],
  incidents: readonly Incident[],
): Promise<Buffer> {
  const rows = rowsOf(incidents);
  async function* pages() {
    yield rows;
  }
  const about = aboutExport({
    ...{ title: 'T', words: 'W', publisher: 'P', licence: 'L', revision: 'r', published: '2024-01-01' },
    ...{ url: 'https://example.org/', citation: 'C', sourcesUntil: null, rows: rows.length, fields },
  });
  return Buffer.from(
    await new Response(exportStream(format, pages(), fields, rows.length, about)).arrayBuffer(),
  );
}

/** Rows of a file as DuckDB, which wrote none of it, reads them. */
async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Record<string, unknown>[];
}

/** The value of an incident as a flat table has it. */
function flat(value: OwnValue | undefined): string | number | boolean | null {
  return typeof value === 'object' ? value.join('|') : (value ?? null);
}

/** The same as a cell of CSV. */
function cell(value: OwnValue | undefined): string {
  const one = flat(value);
  return typeof one === 'string' ? neutralise(one) : String(one ?? '');
}

function csvRows(text: string): readonly Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
}

describe('the own fields of a series in its exports', () => {
  it('are columns after those that every series has, under names that none of them has', () => {
    const names = rowColumns(FIELDS).map(([name]) => name);
    expect(names.slice(0, ROW_COLUMNS.length)).toEqual(ROW_COLUMNS.map(([name]) => name));
    expect(names.slice(ROW_COLUMNS.length)).toEqual([
      ...['own_damage', 'own_id', 'own_seen', 'own_armed', 'own_parts'],
    ]);
    expect(ROW_COLUMNS.filter(([name]) => name.startsWith('own_'))).toEqual([]);
  });

  it('stand in CSV as numbers, days, truth values and texts that no spreadsheet takes for formulas', async () => {
    const [first, second] = csvRows((await exported('csv', FIELDS, INCIDENTS)).toString());
    expect(first).toMatchObject({
      ...{ id: 'a', own_damage: '-12.5', own_id: "'=1+1", own_seen: '2020-02-01', own_armed: 'false' },
      own_parts: 'wing|tail, left',
    });
    expect(second).toMatchObject({ id: 'b', own_damage: '0', own_id: '', own_armed: '', own_parts: '' });
  });

  it('are typed cells of a workbook, whose second sheet says what they are', async () => {
    const file = join(dir, 'rows.xlsx');
    writeFileSync(file, await exported('xlsx', FIELDS, INCIDENTS));
    const [data, about] = (await readXlsxFile(file)).map((sheet) => sheet.data);
    const header = data?.[0] as string[];
    const at = (name: string) => data?.[1]?.[header.indexOf(name)];
    expect([at('own_damage'), at('own_id'), at('own_armed')]).toEqual([-12.5, '=1+1', false]);
    expect((at('own_seen') as unknown as Date).toISOString()).toBe('2020-02-01T00:00:00.000Z');
    expect(about).toContainEqual(['own_damage', 'Damage (USD): number, added up; from the column “Cost”']);
    expect(about).toContainEqual(['own_parts', 'Parts: category, several at a time. What was hit.']);
  });

  it('are typed columns of Parquet', async () => {
    const file = join(dir, 'rows.parquet');
    writeFileSync(file, await exported('parquet', FIELDS, INCIDENTS));
    const types = await query(`DESCRIBE SELECT own_damage, own_id, own_seen, own_armed FROM '${file}'`);
    expect(types.map(({ column_type }) => column_type)).toEqual(['DOUBLE', 'VARCHAR', 'DATE', 'BOOLEAN']);
    expect(await query(`SELECT own_damage, own_seen, own_armed, own_parts FROM '${file}'`)).toEqual([
      { own_damage: -12.5, own_seen: '2020-02-01', own_armed: false, own_parts: 'wing|tail, left' },
      { own_damage: 0, own_seen: null, own_armed: null, own_parts: null },
    ]);
  });

  it('go out of the command line with all incidents, without what a row is in a view', () => {
    const text = wholeLines(INCIDENTS, wholeColumns(FIELDS));
    const names = wholeColumns(FIELDS).map(([name]) => name);
    const [first] = parse(text, { columns: [...names], record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];
    expect(first).toMatchObject({ id: 'a', own_damage: '-12.5', own_parts: 'wing|tail, left' });
    expect(wholeRow(INCIDENTS[1] as Incident)).toMatchObject({ id: 'b', own: { damage: 0 } });
  });

  it('come out of every format as they went in, whatever their ids, labels and values', async () => {
    const holds = fc.asyncProperty(arbitrarilyFielded(tinySeries()), async ({ fields, incidents }) => {
      const read = Object.fromEntries(
        await Promise.all(
          EXPORT_FORMATS.map(async (format) => [format, await exported(format, fields, incidents)] as const),
        ),
      ) as Record<ExportFormat, Buffer>;
      const lines = read.ndjson.toString().trimEnd().split('\n').filter(Boolean);
      expect(lines.map((line) => JSON.parse(line).own)).toEqual(incidents.map(({ own }) => own));
      const { features } = JSON.parse(read.geojson.toString());
      const rows = csvRows(read.csv.toString());
      const said = incidents.map(({ own }) => new Map(Object.entries(own)));
      for (const [at, own] of said.entries()) {
        for (const { id } of fields) {
          expect(features[at].properties[`own_${id}`]).toEqual(flat(own.get(id)));
          expect(rows[at]?.[`own_${id}`]).toBe(cell(own.get(id)));
        }
      }
      const file = join(dir, 'any.parquet');
      writeFileSync(file, read.parquet);
      const columns = ['id', ...fields.map(({ id }) => `own_${id}`)].map((name) => `"${name}"`);
      const stored = await query(`SELECT ${columns.join(', ')} FROM '${file}'`);
      expect(stored).toEqual(
        incidents.map(({ id }, at) => ({
          id,
          ...Object.fromEntries(fields.map((field) => [`own_${field.id}`, flat(said[at]?.get(field.id))])),
        })),
      );
      const book = join(dir, 'any.xlsx');
      writeFileSync(book, read.xlsx);
      const header = (await readXlsxFile(book))[0]?.data[0] ?? [];
      expect(header.slice(ROW_COLUMNS.length)).toEqual(fields.map(({ id }) => `own_${id}`));
    });
    await fc.assert(holds, RUNS);
  });
});

async function andBack(series: Series): Promise<Series> {
  const { sources, incidents, ...guide } = series;
  async function* all() {
    yield incidents;
  }
  const files = new Map<string, string>();
  for (const { path, text } of packageFiles({ guide, sources, incidents: all })) {
    let whole = '';
    for await (const piece of text) whole += piece;
    files.set(path, whole);
  }
  const back = importDataPackage(series.meta.id, files);
  expect(back.problems).toEqual([]);
  return back.series as Series;
}

describe('a package of a series with own fields', () => {
  it('imports back to the same fields and values, and the same revision, whatever they are', async () => {
    const holds = fc.asyncProperty(arbitrarilyFielded(tinySeries()), async (series) => {
      const back = await andBack(series);
      expect(back.fields).toEqual(series.fields);
      expect(back.incidents.map(({ own }) => own)).toEqual(series.incidents.map(({ own }) => own));
      expect(revisionOf(back)).toBe(revisionOf(series));
    });
    await fc.assert(holds, { ...RUNS, numRuns: 100 });
  });
});
