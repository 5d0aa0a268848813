import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textSource } from '../../../testing/files/text-source';
import type { Problem } from '../../problems/problem';
import { DEFAULT_LIMITS } from '../limits';
import type { Opened, RawRow } from '../raw-table';
import { type ByteSource, blobSource } from '../source/byte-source';
import { fileSource } from '../source/file-source';
import { openJson } from './open-json';
import { openNdjson } from './open-ndjson';

type Table = Extract<Opened, { kind: 'table' }>;

async function open(text: string | ByteSource, wanted = {}, limits = DEFAULT_LIMITS): Promise<Table> {
  const source = typeof text === 'string' ? textSource(text, 'a.json') : text;
  return (await openJson(source, 'a.json', wanted, limits)) as Table;
}

async function read({ table }: Table): Promise<{ names: string[]; rows: RawRow[]; problems: Problem[] }> {
  const rows: RawRow[] = [];
  const problems: Problem[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows);
    problems.push(...batch.problems);
  }
  return { names: table.columns.map(({ name }) => name), rows, problems };
}

async function cellsOf(
  text: string,
): Promise<{ names: string[]; cells: (readonly string[])[]; codes: string[] }> {
  const { names, rows, problems } = await read(await open(text));
  return { names, cells: rows.map(({ cells }) => cells), codes: problems.map(({ code }) => code) };
}

const TABLES: [string, string, string[], string[][]][] = [
  [
    'objects',
    '[{"a":1,"b":"x"},{"b":"y","c":true}]',
    ['a', 'b', 'c'],
    [
      ['1', 'x', ''],
      ['', 'y', 'true'],
    ],
  ],
  [
    'nested objects',
    '[{"a":{"b":1,"c":{"d":null}}},{"a":{"e":2}}]',
    ['a.b', 'a.c.d', 'a.e'],
    [
      ['1', '', ''],
      ['', '', '2'],
    ],
  ],
  ['a key with a dot beside a nested one', '[{"a.b":1,"a":{"b":2}}]', ['a.b', 'a.b (2)'], [['1', '2']]],
  ['lists of plain values', '[{"a":["x",1,null,false]}]', ['a'], [['x|1||false']]],
  ['lists of links', '[{"a":[{"url":"u","text":""},{"url":"v","text":"t"}]}]', ['a'], [['u|v']]],
  [
    'lists of names with roles',
    '[{"a":[{"name":"X","role":"doer"},{"name":"Y","role":"victim"}]},{"a":[{"name":"Z","role":"doer"},{"name":"W","role":"doer"}]}]',
    ['a.doer', 'a.victim'],
    [
      ['X', 'Y'],
      ['Z|W', ''],
    ],
  ],
  [
    'lists of names of which one has no role',
    '[{"a":[{"name":"X","role":"doer"},{"name":"Y"}]}]',
    ['a'],
    [['X|Y']],
  ],
  ['lists of objects that nothing names', '[{"a":[{"p":1,"q":2}]}]', ['a'], [['[{"p":1,"q":2}]']]],
  [
    'numbers at their shortest',
    '[{"a":1.50,"b":-0,"c":1e3,"d":12345678901234567890}]',
    ['a', 'b', 'c', 'd'],
    [['1.5', '0', '1000', '12345678901234567890']],
  ],
  [
    'keys of JavaScript itself',
    '[{"__proto__":{"x":1},"constructor":2,"toString":3}]',
    ['__proto__.x', 'constructor', 'toString'],
    [['1', '2', '3']],
  ],
  [
    'lists under a header',
    '[["date","n"],["2020",1],["2021",2]]',
    ['date', 'n'],
    [
      ['2020', '1'],
      ['2021', '2'],
    ],
  ],
  ['an answer of the UCDP API', '{"TotalCount":2,"Result":[{"id":1},{"id":2}]}', ['id'], [['1'], ['2']]],
  [
    'TimelineJS',
    '{"title":{"text":{"headline":"T"}},"events":[{"start_date":{"year":"2020","month":3},"text":{"headline":"H"}}],"eras":[{"x":1},{"x":2}]}',
    ['start_date.year', 'start_date.month', 'text.headline'],
    [['2020', '3', 'H']],
  ],
  ['escapes and brackets in strings', '[{"a":"\\"]}\\\\","b":"\\u00e9{"}]', ['a', 'b'], [['"]}\\', 'é{']]],
  [
    'features',
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"latitude":"p"},"geometry":{"type":"Point","coordinates":[1.5,-2,30]}},{"type":"Feature","properties":{"latitude":null},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,2],[0,0]]]}},{"type":"Feature","properties":null,"geometry":null}]}',
    ['latitude', 'id', 'longitude', 'latitude (2)', 'elevation'],
    [
      ['p', '7', '1.5', '-2', '30'],
      ['', '', '2', '1', ''],
      ['', '', '', '', ''],
    ],
  ],
  [
    'a feature by itself',
    '{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}',
    ['a', 'longitude', 'latitude'],
    [['1', '1', '2']],
  ],
];

describe('a JSON document', () => {
  it.each(TABLES)('has the cells of %s', async (_, text, names, cells) => {
    expect(await cellsOf(text)).toEqual({ names, cells, codes: [] });
  });

  it.each(TABLES)(
    'is the same table in UTF-16, and with a mark before it: %s',
    async (_, text, names, cells) => {
      const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
      const { rows, names: found } = await read(await open(blobSource(new Blob([bytes]), 'a.json')));
      expect([found, rows.map((row) => row.cells)]).toEqual([names, cells]);
      expect((await cellsOf(`\ufeff${text}`)).cells).toEqual(cells);
    },
  );

  it.each(TABLES)('is the same table read a few bytes at a time: %s', async (_, text, names, cells) => {
    const bytes = new TextEncoder().encode(text);
    async function* stream() {
      for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
    }
    const slice = async (from: number, to: number) => bytes.slice(from, to);
    const { rows, names: found } = await read(
      await open({ name: 'a.json', size: bytes.length, stream, slice }),
    );
    expect([found, rows.map((row) => row.cells)]).toEqual([names, cells]);
  });

  it.each([
    ['ends in a record', '[{"a":1},{"a":2},{"a":', ['truncated-file'], 2],
    ['ends between records', '[{"a":1},{"a":2}', ['truncated-file'], 2],
    ['ends in an outer object', '{"data":[{"a":1},{"a":2}],"b":', ['truncated-file'], 2],
    ['has a broken record', '[{"a":1},{"a":},{"a":3}]', ['broken-record'], 2],
    ['has a plain value among records', '[{"a":1},7,{"a":3}]', ['broken-record'], 2],
    ['has a key twice', '[{"a":1,"a":2},{"a":3}]', ['repeated-key'], 2],
    ['has NaN as Python writes it', '[{"a":NaN,"b":"NaN"},{"a":-Infinity}]', ['not-finite', 'not-finite'], 2],
    ['closes what is not open', '[{"a":1}}', ['truncated-file'], 1],
  ])('that %s says so', async (_, text, codes, rows) => {
    const found = await cellsOf(text);
    expect([found.codes, found.cells.length]).toEqual([codes, rows]);
  });

  it('asks which of several lists is meant, and takes the one it is told', async () => {
    const text = '{"a":[{"x":1},{"x":2}],"b":{"c/d":[{"y":1}]}}';
    const asked = await open(text);
    expect(asked.questions.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['path', ['/a', '/b/c~1d']],
    ]);
    const told = await open(text, { path: '/b/c~1d' });
    expect([told.questions, told.table.columns[0]?.name]).toEqual([[], 'y']);
    await expect(open(text, { path: '/z' })).rejects.toMatchObject({ problem: { code: 'unknown-choice' } });
  });

  it.each([
    ['a list of numbers', '[1,2,3]', 'no-table'],
    ['an object', '{"a":1}', 'no-table'],
    ['half an object', '{"a":', 'broken-file'],
    ['a colon', '[:', 'broken-file'],
    ['half a feature', '{"type":"Feature","properties":{"a":1', 'broken-file'],
    [
      'a feature without bottom',
      `{"type":"Feature","properties":{},"geometry":{"coordinates":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`,
      'over-limit',
    ],
  ])('that is %s is refused', async (_, text, code) => {
    await expect(open(text)).rejects.toMatchObject({ problem: { code } });
  });

  it('bounds depth, length, columns and rows', async () => {
    const deep = `[{"a":1},{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect((await cellsOf(deep)).codes).toEqual(['too-deep']);
    const long = await read(await open(`[{"a":1},{"a":"${'x'.repeat(5_000_000)}"},{"a":2}]`));
    expect([long.problems.map(({ code }) => code), long.rows.length]).toEqual([['too-long'], 2]);
    const wide = `[${Array.from({ length: 5_000 }, (_, at) => `{"k${at}":1}`).join()}]`;
    await expect(open(wide)).rejects.toMatchObject({ problem: { code: 'over-limit' } });
    await expect(open('[{"a":1},{"a":2}]', {}, { ...DEFAULT_LIMITS, rows: 1 })).rejects.toThrow(
      /more than 1 records/,
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('JSON lines', () => {
  const ndjson = async (text: string) =>
    read((await openNdjson(textSource(text, 'a.ndjson'), 'a.ndjson', {}, DEFAULT_LIMITS)) as Table);

  it('are rows with the line they stand on, broken ones problems', async () => {
    const { names, rows, problems } = await ndjson('{"a":1}\r\n\n{"b":\n\u001e{"b":2,"b":3}\n[1]\n{"a":4}');
    expect(names).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { line: 1, cells: ['1', ''] },
      { line: 4, cells: ['', '3'] },
      { line: 6, cells: ['4', ''] },
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'broken-record'],
      [4, 'repeated-key'],
      [5, 'broken-record'],
    ]);
  });

  it('are found where a second document follows the first', async () => {
    const opened = await open(
      '{"type":"Feature","properties":{"a":1},"geometry":null}\n{"type":"Feature","properties":{"a":2},"geometry":null}\n',
    );
    expect(opened.reading.format).toBe('ndjson');
    expect((await read(opened)).rows.map(({ cells }) => cells[0])).toEqual(['1', '2']);
  });
});

/** Records as `len(json.load(open(file))[path])` in Python counts them. */
const REAL: [string, string, number, string][] = [
  ['ucdp_ged_car_231/GEDEvent_v23_1.geojson', '/features', 1848, 'geojson'],
  ['vega_datasets/earthquakes.json', '/features', 1707, 'geojson'],
  ['police_brutality_2020pb/all-locations-v2.json', '/data', 1340, 'json'],
  ['ua_losses_json/russia_losses_equipment.json', '', 1626, 'json'],
  ['boundaries_natural_earth/ne_50m_admin1_294.geojson', '/features', 294, 'geojson'],
  ['world_atlas/countries-50m.json', '/objects/countries/geometries', 241, 'json'],
];

describe.skipIf(!existsSync('../shared/series'))(
  'a real file (../shared/series, skipped where it is not there)',
  () => {
    it.each(REAL)('%s has its records', async (name, path, count, format) => {
      const opened = await open(await fileSource(`../shared/series/${name}`));
      const { rows, problems } = await read(opened);
      expect([opened.reading.path, opened.reading.format, rows.length, problems]).toEqual([
        path,
        format,
        count,
        [],
      ]);
    });
  },
);

describe('lists of lists', () => {
  it('without a header are known by their places', async () => {
    expect(await cellsOf('[[101,"2021-01-05",1],[102,"2021-02-06",0]]')).toEqual({
      names: ['column 1', 'column 2', 'column 3'],
      cells: [
        ['101', '2021-01-05', '1'],
        ['102', '2021-02-06', '0'],
      ],
      codes: [],
    });
  });

  it.each([
    ['{"columns":["id","date"],"data":[[101,"2021-01-05"],[102,"2021-02-06"]]}'],
    ['{"header":["id","date"],"rows":[["101","2021-01-05"],["102","2021-02-06"]]}'],
    [
      '{"meta":[{"name":"id","type":"UInt8"},{"name":"date","type":"Date"}],"data":[[101,"2021-01-05"],[102,"2021-02-06"]]}',
    ],
    [
      '{"meta":{"view":{"columns":[{"id":1,"name":"id"},{"id":2,"name":"date"}]}},"data":[["101","2021-01-05"],["102","2021-02-06"]]}',
    ],
  ])('have the names that stand beside them: %s', async (text) => {
    expect(await cellsOf(text)).toEqual({
      names: ['id', 'date'],
      cells: [
        ['101', '2021-01-05'],
        ['102', '2021-02-06'],
      ],
      codes: [],
    });
  });

  it('are asked about where the first may be names or a row, and read as they are told', async () => {
    const text = '[["a","b"],["c","d"],["e","f"]]';
    expect((await open(text)).questions.map(({ id }) => id)).toEqual(['header']);
    expect((await read(await open(text, { header: 0 }))).rows).toHaveLength(3);
    expect((await read(await open(text, { header: 1 }))).names).toEqual(['a', 'b']);
  });

  it('of numbers alone are no records', async () => {
    await expect(open('{"shape":[[1,2],[3,4]]}')).rejects.toMatchObject({ problem: { code: 'no-table' } });
  });
});
