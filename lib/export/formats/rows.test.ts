import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, incident } from '../../../testing/series/hand-made';
import type { Row } from '../../query/result';
import { aboutExport } from './about-export';
import { ROW_COLUMNS } from './columns';
import { GEOJSON_TAIL, geojsonFeatures, geojsonHead } from './geojson';
import { incidentRow } from './incident-row';
import { ndjsonLines } from './ndjson';
import { writeParquet } from './parquet';
import { xlsxStream } from './xlsx';

const HOSTILE = '=HYPERLINK("http://x") <b>&amp; \u202e';
const place = { name: 'Грозный', country: 'Russia', lat: 43.3, lon: -45.7, precision: null, note: null };
const INCIDENTS = [
  incident('a', '2024-03-22', ['iskp claimed certain'], {
    title: HOSTILE,
    place,
    fatalities: figure('143-145-145'),
  }),
  incident('b', '1858', ['x attributed possible', 'y'], { title: 'b\u0007b', natureDisputed: true }),
  incident('c', '0009-09-11', [], { title: 'x'.repeat(40_000) }),
];
const ROWS = INCIDENTS.map(
  (one): Row => ({ incident: one, weight: 0.5, inLow: false, inBest: true, matched: [0] }),
).map(incidentRow);
const ABOUT = aboutExport({
  title: 'A series',
  words: 'Attacks, 2024',
  publisher: 'P',
  licence: 'CC BY 4.0',
  sourcesUntil: '2026-11',
  revision: 'f'.repeat(64),
  published: '2024-06-24',
  url: 'https://example.org/s?r=ffffffffffff',
  citation: 'P (2024): A series.',
  rows: ROWS.length,
  fields: [],
});

async function* pages() {
  yield ROWS.slice(0, 2);
  yield ROWS.slice(2);
}

const dir = mkdtempSync(join(tmpdir(), 'annals-rows-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The rows of a file as DuckDB, which wrote none of it, reads them. */
async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Record<string, unknown>[];
}

describe('incidents.ndjson', () => {
  it('is read back by DuckDB, a row a line', async () => {
    const file = join(dir, 'rows.ndjson');
    writeFileSync(file, ndjsonLines(ROWS));
    const rows = await query(`SELECT id, title, fatalities.best AS best FROM read_ndjson('${file}')`);
    expect(rows.map(({ id, best }) => [id, best])).toEqual([
      ['a', '145'],
      ['b', null],
      ['c', null],
    ]);
    expect(rows[0]?.title).toBe(HOSTILE);
  });
});

describe('incidents.geojson', () => {
  const text =
    geojsonHead(ABOUT) +
    geojsonFeatures(ROWS.slice(0, 1), ROW_COLUMNS, true) +
    geojsonFeatures(ROWS.slice(1), ROW_COLUMNS, false) +
    GEOJSON_TAIL;

  it('is a feature collection with longitude before latitude, and no geometry where there are no coordinates', () => {
    const { type, about, features } = JSON.parse(text);
    expect(type).toBe('FeatureCollection');
    expect(about.licence).toBe('CC BY 4.0');
    expect(features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-45.7, 43.3] },
      null,
      null,
    ]);
    expect(features[0].properties).toMatchObject({ fatalities_low: 143, actors: 'iskp' });
  });

  it.each([
    [0, 0],
    [95, 36],
  ])('has no geometry at %d, %d, and the numbers as properties', (lat, lon) => {
    const one = { ...INCIDENTS[0]!, place: { ...place, lat, lon } };
    const row = incidentRow({ incident: one, weight: 1, inLow: true, inBest: true, matched: [0] });
    const [feature] = JSON.parse(`[${geojsonFeatures([row], ROW_COLUMNS, true)}]`);
    expect(feature).toMatchObject({ geometry: null, properties: { lat, lon } });
  });
});

describe('incidents.xlsx', () => {
  const file = join(dir, 'rows.xlsx');

  it('has typed cells, and a second sheet that says what they are', async () => {
    const stream = xlsxStream(pages(), ROW_COLUMNS, ROWS.length, ABOUT);
    writeFileSync(file, Buffer.from(await new Response(stream).arrayBuffer()));
    const sheets = await readXlsxFile(file);
    const [data, about] = sheets.map(({ data }) => data);
    const header = data?.[0] as string[];
    expect(header).toEqual(ROW_COLUMNS.map(([name]) => name));
    const cell = (row: number, name: string) => data?.[row]?.[header.indexOf(name)];
    expect(cell(1, 'title')).toBe(HOSTILE);
    expect(cell(1, 'fatalities_low')).toBe(143);
    expect(cell(1, 'lon')).toBe(-45.7);
    expect(cell(1, 'in_best')).toBe(true);
    expect((cell(1, 'earliest') as unknown as Date).toISOString()).toBe('2024-03-22T00:00:00.000Z');
    // Spreadsheets have no days before 1900: there they are texts.
    expect(cell(2, 'earliest')).toBe('1858-01-01');
    expect(cell(3, 'title')).toHaveLength(32_767);
    expect(
      data
        ?.slice(4)
        .flat()
        .some((one) => one !== null),
    ).toBe(false);
    expect(about).toContainEqual(['licence', 'CC BY 4.0']);
    expect(about).toContainEqual(['revision', 'f'.repeat(64)]);
    expect(about).toContainEqual(['sourcesUntil', '2026-11']);
  });
});

describe('incidents.parquet', () => {
  it('has typed columns, nulls where nothing is reported, and says what it is', async () => {
    const file = join(dir, 'rows.parquet');
    const chunks: Uint8Array[] = [];
    await writeParquet(pages(), ROW_COLUMNS, ABOUT, async (chunk) => void chunks.push(chunk));
    writeFileSync(file, Buffer.concat(chunks));
    const types = await query(`DESCRIBE SELECT earliest, fatalities_best, in_best, title FROM '${file}'`);
    expect(types.map(({ column_type }) => column_type)).toEqual(['DATE', 'DOUBLE', 'BOOLEAN', 'VARCHAR']);
    const rows = await query(
      `SELECT id, earliest, fatalities_best, title, length(title) AS n FROM '${file}'`,
    );
    expect(rows.map(({ id, earliest, fatalities_best }) => [id, earliest, fatalities_best])).toEqual([
      ['a', '2024-03-22', 145],
      ['b', '1858-01-01', null],
      ['c', '0009-09-11', null],
    ]);
    expect(rows[0]?.title).toBe(HOSTILE);
    const meta = await query(
      `SELECT decode(value) AS value FROM parquet_kv_metadata('${file}') WHERE decode(key) = 'revision'`,
    );
    expect(meta).toEqual([{ value: 'f'.repeat(64) }]);
  });
});
