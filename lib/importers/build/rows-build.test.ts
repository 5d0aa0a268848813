import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSample,
  type SampleBuild,
  sampleMapping,
  sampleTable,
} from '../../../testing/files/table-sample';
import { RowsCoder } from '../../formats/delimited/coded/coded-rows';
import type { RawTable } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import { surveyTable } from '../../mapping/survey/survey-table';
import type { Incident } from '../../series/model';
import type { BuildOptions } from './build-table';
import { buildLater, PartsMeet } from './rows-build';

const COLUMNS = ['id', 'date', 'who', 'kind', 'region', 'lat', 'lon', 'killed', 'source', 'hair'] as const;
const involved = {
  separator: ';',
  relation: { fixed: 'involved' },
  certainty: { fixed: 'certain' },
} as const;
const MAPPING: Partial<Mapping> = {
  id: 'id',
  ...{ type: 'kind', regions: ['region'], lat: 'lat', lon: 'lon' },
  actors: [{ column: 'who', ...involved }],
  fatalities: { low: null, best: 'killed', high: null },
  sources: { columns: ['source'], separator: null },
  title: '{hair}',
};

/** The same table, which can be had in two halves, of which the later begins with this row. */
function inHalves(rows: readonly (readonly string[])[], middle: number): RawTable {
  const whole = sampleTable(COLUMNS, rows);
  const halves: RawTable['halves'] = () => {
    const coder = new RowsCoder(COLUMNS.length);
    rows.slice(middle).forEach((cells, at) => {
      coder.add({ line: middle + at + 2, cells: COLUMNS.map((_, column) => cells[column] ?? '') });
    });
    return {
      first: sampleTable(COLUMNS, rows.slice(0, middle)).batches,
      later: { rows: [coder.take(rows.length)], from: middle },
    };
  };
  return { ...whole, halves };
}

/** Builds the later half apart, as another thread does. */
async function inParts(
  table: RawTable,
  mapping: Mapping,
  survey: BuildOptions['survey'],
): Promise<SampleBuild> {
  const later: Incident[] = [];
  const sink = { incidents: (batch: readonly Incident[]) => void later.push(...batch) };
  const built = await buildSample(table, mapping, {
    survey: survey!,
    buildApart: async (part) => structuredClone(await buildLater(structuredClone(part), sink, {})),
  });
  return { ...built, incidents: [...built.incidents, ...later] };
}

/** What becomes of rows as a whole, and in two parts; null where these meet. */
async function both(rows: readonly (readonly string[])[], middle: number, change: Partial<Mapping> = {}) {
  const mapping = sampleMapping({ ...MAPPING, ...change });
  const table = inHalves(rows, middle);
  const survey = await surveyTable(table);
  const whole = await buildSample(sampleTable(COLUMNS, rows), mapping, { survey });
  const parts = await inParts(table, mapping, survey).catch((error: unknown) => {
    if (error instanceof PartsMeet) return null;
    throw error;
  });
  return { whole, parts };
}

const SAME = ['repeated-row', 'conflicting-row', 'equal-row'];
const cell = fc.constantFrom(
  '',
  'a',
  'A',
  'é',
  'e\u0301',
  'unknown',
  'NA',
  '3',
  '55.5',
  'https://a.test/x',
  'b; c',
  'x'.repeat(320),
);
const date = fc.constantFrom(
  '2024-01-01',
  '2023',
  '1890-05-05',
  '2024-13-01',
  '',
  '2024-01-05T10:00:00+02:00',
);
const row = fc
  .tuple(
    fc.constantFrom('', '1', 'a b', '2', '3', '4', '5', '6', '7', '8'),
    date,
    fc.array(cell, { maxLength: 8 }),
  )
  .map(([id, day, cells]) => [id, day, ...cells]);

describe('rows that are built in two parts', () => {
  it.each(['id', null])('become what they become one after the other, with ids of %s', async (id) => {
    let parted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(), async (rows, at) => {
        const { whole, parts } = await both(rows, at % rows.length, { id });
        if (parts === null) {
          expect(whole.problems.some(({ code }) => SAME.includes(code))).toBe(true);
          return;
        }
        parted++;
        expect(parts).toEqual(whole);
      }),
      { numRuns: 250, seed: 20261201, endOnFailure: true },
    );
    expect(parted).toBeGreaterThan(50);
  });

  it('are told far dates, exchanged points and texts that say nothing of both', async () => {
    const near = (at: number) => [`n${at}`, '2020-05-05', 'x', 'k', 'r', '10.5', '70.5', '1', 's', `${at}`];
    const rows = [
      ...Array.from({ length: 30 }, (_, at) => near(at)),
      ['far', '1890-05-05', 'x', 'NA', 'r', '10.5', '70.5', '1', 's', 'u'],
      ...Array.from({ length: 30 }, (_, at) => near(at + 30)),
      ['swap', '2020-05-05', 'x', 'k', 'r', '70.5', '10.5', '1', 's', 'v'],
    ];
    const { whole, parts } = await both(rows, 20);
    expect(new Set(whole.problems.map(({ code }) => code))).toEqual(
      new Set(['far-date', 'far-dates', 'swapped-coordinates', 'says-nothing']),
    );
    expect(parts).toEqual(whole);
  });

  it('are refused where a row of the later part has the id or the content of one before it', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [`${at}`, '2020-05-05', `${at}`]);
    const known = await surveyTable(sampleTable(COLUMNS, rows));
    const shared = inHalves([...rows.slice(0, 29), ['3', '2020-05-05', 'other']], 15);
    const equal = inHalves([...rows.slice(0, 29), rows[3]!], 15);
    const of = (table: RawTable, id: string | null) =>
      inParts(table, sampleMapping({ ...MAPPING, id }), known);
    await expect(of(shared, 'id')).rejects.toThrow(PartsMeet);
    await expect(of(equal, 'id')).rejects.toThrow(PartsMeet);
    await expect(of(equal, null)).rejects.toThrow(PartsMeet);
    expect((await of(shared, null)).incidents).toHaveLength(30);
  });

  it('are built in one where the survey has seen equal rows, or rows may be claims', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => [`${at}`, '2020-05-05']);
    const [given, survey] = [inHalves(rows, 5), await surveyTable(sampleTable(COLUMNS, rows))];
    const parts = (change: Partial<Mapping>, seen = survey) =>
      buildSample(given, sampleMapping({ id: 'id', ...change }), {
        survey: seen,
        buildApart: () => Promise.reject(new Error('apart')),
      });
    await expect(parts({})).rejects.toThrow('apart');
    expect((await parts({}, { ...survey, equalRows: 1 })).incidents).toHaveLength(10);
    expect((await parts({ row: 'claim' })).incidents).toHaveLength(10);
  });
});
