import { existsSync } from 'node:fs';
import { stringify } from 'csv-stringify/browser/esm/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../importers/import-codes';
import { DEFAULT_LIMITS, type ImportLimits } from '../limits';
import type { Opened, RawBatch, RawRow, RawTable } from '../raw-table';
import type { WantedReading } from '../reading';
import { blobSource } from '../source/byte-source';
import { fileSource } from '../source/file-source';
import { openDelimited } from './open-delimited';

type OpenedTable = Extract<Opened, { kind: 'table' }>;

function open(parts: BlobPart[], wanted: WantedReading = {}, limits: Partial<ImportLimits> = {}) {
  const source = blobSource(new Blob(parts), 'x.csv');
  return openDelimited(source, 'x.csv', wanted, { ...DEFAULT_LIMITS, ...limits });
}

async function openTable(parts: BlobPart[], wanted: WantedReading = {}, limits: Partial<ImportLimits> = {}) {
  const opened = await open(parts, wanted, limits);
  if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
  return opened;
}

async function everything(table: RawTable) {
  const batches: RawBatch[] = [];
  for await (const batch of table.batches()) batches.push(batch);
  return {
    rows: batches.flatMap(({ rows }) => rows),
    problems: batches.flatMap(({ problems }) => problems),
    batches,
  };
}

/** Names, rows with their lines, and problems with their lines, as short as can be. */
async function summary(opened: OpenedTable) {
  const { rows, problems } = await everything(opened.table);
  return {
    columns: opened.table.columns.map(({ name }) => name),
    rows: rows.map(({ line, cells }: RawRow) => [line, ...cells]),
    problems: problems
      .filter(({ code }) => code !== 'unended-line')
      .map(({ row, column, code }) => [row, column, code]),
  };
}

describe('a delimited text', () => {
  it.each<[string, string, string[], unknown[][]]>([
    ['with a header', 'date,place\n2020-01-01,Kabul\n', ['date', 'place'], [[2, '2020-01-01', 'Kabul']]],
    [
      'with blank lines',
      '\ndate,dead\n\n2020-01-01,1\n\n\n2020-01-02,2\n\n',
      ['date', 'dead'],
      [
        [4, '2020-01-01', '1'],
        [7, '2020-01-02', '2'],
      ],
    ],
    [
      'with titles',
      'Incidents\nSource: UN\n\ndate,place,dead\n2020,a,1\n',
      ['date', 'place', 'dead'],
      [[5, '2020', 'a', '1']],
    ],
    ['with a sep line', 'sep=;\r\ndate;lat\r\n2020;1,5\r\n', ['date', 'lat'], [[3, '2020', '1,5']]],
    ['with HXL tags', 'date,dead\n#date,#affected+killed\n2020,1\n', ['date', 'dead'], [[3, '2020', '1']]],
    [
      'with names missing, repeated and padded',
      'date, dead ,,dead\n2020,1,a,2\n',
      ['date', 'dead', 'column 3', 'dead (2)'],
      [[2, '2020', '1', 'a', '2']],
    ],
    [
      'with empty columns at its end',
      'date,dead,,\n2020,1,,\n2021,2,,\n',
      ['date', 'dead'],
      [
        [2, '2020', '1'],
        [3, '2021', '2'],
      ],
    ],
    [
      'with rows wider than its header',
      'date,dead\n2020,1,a\n2021,2,b\n',
      ['date', 'dead', 'column 3'],
      [
        [2, '2020', '1', 'a'],
        [3, '2021', '2', 'b'],
      ],
    ],
    [
      'with row names as R writes them',
      'date,dead\n1,2020,7\n2,2021,8\n',
      ['column 1', 'date', 'dead'],
      [
        [2, '1', '2020', '7'],
        [3, '2', '2021', '8'],
      ],
    ],
    [
      'without a header',
      '20240322,RUS,1\n20240323,USA,2\n',
      ['column 1', 'column 2', 'column 3'],
      [
        [1, '20240322', 'RUS', '1'],
        [2, '20240323', 'USA', '2'],
      ],
    ],
    [
      'of one column',
      'date\n2020-01-01\n2020-01-02\n',
      ['date'],
      [
        [2, '2020-01-01'],
        [3, '2020-01-02'],
      ],
    ],
    [
      'with line breaks in header and cells',
      '"the\ndate",place\r2020,"a\r\nb"\r2021,c\r',
      ['the date', 'place'],
      [
        [3, '2020', 'a\r\nb'],
        [5, '2021', 'c'],
      ],
    ],
  ])('%s is read row by row', async (_, text, columns, rows) => {
    const opened = await openTable([text]);
    expect(await summary(opened)).toEqual({ columns, rows, problems: [] });
    expect(opened.questions).toEqual([]);
  });

  it('keeps the tags of the second header with their columns', async () => {
    const { table } = await openTable(['date,note,dead\n#date+start,,#affected+killed\n2020,x,1\n']);
    expect(table.columns.map(({ hxl }) => hxl)).toEqual(['#date+start', null, '#affected+killed']);
  });

  it.each<[string, string, unknown[][], number[]]>([
    ['a short row is used, with a warning', 'a,b,c\n1,2,3\n4,5\n6,7,8\n', [[3, 'c', 'short-row']], [2, 3, 4]],
    ['a long row is a problem', 'a,b\n1,2\n3,4,5\n6,7\n8,9\n', [[3, null, 'long-row']], [2, 4, 5]],
    ['empty cells beyond the columns are nothing', 'a,b\n1,2\n3,4,,\n6,7\n8,9\n', [], [2, 3, 4, 5]],
    ['a torn quotation mark costs its line', 'a,b\n1,"x\n2,y\n3,z\n', [[2, null, 'unclosed-quote']], [3, 4]],
    [
      'marks that are not doubled are a warning',
      'a,b\n1,"the "x" of"\n2,y\n',
      [[2, 'b', 'loose-quote']],
      [2, 3],
    ],
    [
      'a file cut off in a row loses that row',
      'a,b,c\n1,2,3\n4,5,6\n7,8',
      [[4, null, 'truncated-file']],
      [2, 3],
    ],
    [
      'a file cut off in a quoted cell loses that row',
      'a,b\n1,2\n4,5\n7,"8',
      [[4, null, 'unclosed-quote']],
      [2, 3],
    ],
    [
      'NUL characters are left out',
      `a,b\n1,x\0y\n${'2,z\n'.repeat(20)}`,
      [[2, 'b', 'nul-character']],
      Array.from({ length: 21 }, (_, at) => at + 2),
    ],
    [
      'NUL characters after the end are nothing',
      `a,b\n${'1,x\n'.repeat(20)}\0\0`,
      [],
      Array.from({ length: 20 }, (_, at) => at + 2),
    ],
  ])('%s', async (_, text, problems, lines) => {
    const found = await summary(await openTable([text]));
    expect(found.problems).toEqual(problems);
    expect(found.rows.map(([line]) => line)).toEqual(lines);
  });

  it('notes that no line break ends the last line', async () => {
    const { problems } = await everything((await openTable(['a,b\n1,2\n3,4'])).table);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[3, 'unended-line']]);
  });

  it('names each cell that holds bytes that are no text, however far down', async () => {
    const head = `id,note\n${'1,für\n'.repeat(300_000)}`;
    const opened = await openTable([head, '2,f', new Uint8Array([0xfc]), 'r\n3,für\n']);
    const { rows, problems } = await everything(opened.table);
    expect(opened.reading.encoding).toBe('utf-8');
    expect(problems).toMatchObject([
      { row: 300_002, column: 'note', value: 'f\ufffdr', code: 'broken-text' },
    ]);
    expect(rows).toHaveLength(300_002);
  });

  it('says in sentences what was found', async () => {
    const { notes } = await openTable(['Incidents\n\ndate;place;dead;\n2020;a;1;\n']);
    expect(notes).toEqual([
      'Read as UTF-8, separated by semicolons.',
      'The header is on line 3; what stands above it is no row: “Incidents”.',
      '1 empty column at the end left out.',
    ]);
  });

  it('asks whether the first record is a header where nothing tells it from the others', async () => {
    const { questions } = await openTable(['Kabul,attack\nHerat,raid\n']);
    expect(questions.map(({ id }) => id)).toEqual(['header']);
    expect(questions[0]?.options.map(({ change }) => change)).toEqual([
      { reading: { header: 1 } },
      { reading: { header: 0 } },
    ]);
  });

  it('is read as wanted', async () => {
    const text = 'a;b,c\n1;2,3\n4;5,6\n';
    const found = await summary(await openTable([text], { delimiter: ';', header: 2 }));
    expect(found).toEqual({ columns: ['1', '2,3'], rows: [[3, '4', '5,6']], problems: [] });
    expect((await openTable([text], { header: 0 })).reading).toMatchObject({ delimiter: ';', header: 0 });
    const french = await openTable([new Uint8Array([0x61, 0x0a, 0xe9, 0x0a])], { encoding: 'windows-1251' });
    expect((await summary(french)).rows).toEqual([[2, 'й']]);
  });

  it('is read the same way again by its own reading', async () => {
    const text = 'x\n\nday;lat\n1;2,5\n3;4,5\n';
    const first = await openTable([text]);
    const second = await openTable([text], first.reading);
    expect(second.reading).toEqual(first.reading);
    expect(await summary(second)).toEqual(await summary(first));
  });
});

describe('a text that cannot be opened', () => {
  it.each<[string, BlobPart[], WantedReading, Partial<ImportLimits>, string]>([
    ['nothing', [''], {}, {}, 'empty-file'],
    ['blank lines', ['\n \r\n'], {}, {}, 'empty-file'],
    ['a header alone', ['date,place\n'], {}, {}, 'empty-file'],
    [
      'bytes that are no text',
      [Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)],
      {},
      {},
      'unknown-format',
    ],
    ['too many columns', [`${'x,'.repeat(3000)}\n${'1,'.repeat(3000)}\n`], {}, {}, 'over-limit'],
    ['too many columns without names', [`${'1,'.repeat(1_000_000)}\n`], {}, {}, 'over-limit'],
    ['one line without an end', ['x'.repeat(3_000_000)], {}, { recordCharacters: 1_000_000 }, 'over-limit'],
    ['too many bytes', ['a,b\n1,2\n'], {}, { fileBytes: 5 }, 'over-limit'],
    ['an encoding that is none', ['a,b\n1,2\n'], { encoding: 'klingon' }, {}, 'unknown-choice'],
    ['a delimiter that is none', ['a,b\n1,2\n'], { delimiter: '"' }, {}, 'unknown-choice'],
    ['a header below the end', ['a,b\n1,2\n'], { header: 9 }, {}, 'unknown-choice'],
  ])('is refused for %s', async (_, parts, wanted, limits, code) => {
    const opened = await open(parts, wanted, limits);
    expect(opened.kind === 'refused' && opened.problems.map((one) => one.code)).toEqual([code]);
  });

  it('ends at the limit of rows with an error that says so', async () => {
    const { table } = await openTable(['a,b\n', '1,2\n'.repeat(5000)], {}, { rows: 3000 });
    await expect(everything(table)).rejects.toThrow(
      'x.csv: The file has more than 3000 rows, which is the limit.',
    );
  });

  it('lists a line over the limit and goes on below it', async () => {
    const { table } = await openTable(
      ['a,b\n1,2\n', '3,', 'x'.repeat(500_000), '\n5,6\n'],
      {},
      { recordCharacters: 100_000 },
    );
    const { rows, problems } = await everything(table);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(problems).toMatchObject([{ row: 3, code: 'too-long' }]);
    expect(problems[0]?.value?.length).toBeLessThanOrEqual(201);
  });

  it('stops where it is told to', async () => {
    const { table } = await openTable(['a,b\n', '1,2\n'.repeat(500_000)]);
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _ of table.batches(controller.signal)) controller.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('progress', () => {
  it('counts bytes of the source up to all of them, in batches of bounded size', async () => {
    const { table } = await openTable(['a,ж\n', '1,ж\n'.repeat(200_000)]);
    const { batches, rows } = await everything(table);
    expect(rows).toHaveLength(200_000);
    expect(batches.at(-1)?.bytes).toBe(table.size);
    expect(batches.every(({ bytes }, at) => bytes >= (batches[at - 1]?.bytes ?? 0))).toBe(true);
    expect(Math.max(...batches.map((batch) => batch.rows.length))).toBeLessThanOrEqual(5000);
  });
});

/** UTF-16 of a text, with a byte order mark. */
function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  for (const [at, unit] of [...`\ufeff${text}`].flatMap((one) => one.split('')).entries()) {
    view.setUint16(at * 2, unit.charCodeAt(0), little);
  }
  return new Uint8Array(view.buffer);
}

describe('whatever csv-stringify writes', () => {
  it('is opened with the same header and the same cells', async () => {
    const unit = fc.constantFrom('a', 'ж', 'ü', '"', ',', ';', '|', '\n', '\r\n', ' ', '’', '😀');
    const text = fc.string({ unit, maxLength: 10 });
    const row = fc.tuple(fc.integer({ min: 0, max: 99_999 }).map(String), text, text);
    const property = fc.asyncProperty(
      fc.array(row, { minLength: 6, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.constantFrom('utf-8', 'mark', 'utf-16le', 'utf-16be'),
      async (rows, delimiter, record_delimiter, quoted, encoding) => {
        const header = ['number', 'note', 'remark'];
        const options = { delimiter, record_delimiter, quoted, quoted_match: /[\r\n"]/ };
        const written = stringify([header, ...rows], options);
        const bytes =
          encoding === 'utf-8'
            ? written
            : encoding === 'mark'
              ? `\ufeff${written}`
              : utf16(written, encoding === 'utf-16le');
        const { columns, rows: read, problems } = await summary(await openTable([bytes], { delimiter }));
        expect(problems).toEqual([]);
        expect(columns).toEqual(header);
        expect(read.map(([, ...cells]) => cells)).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});

describe('damaged bytes', () => {
  it('are opened or refused, and every record is a row of all columns or a problem', async () => {
    const good = new TextEncoder().encode(
      'Title\n\ndate,place,note\n#date,,\n2020-01-01,Kabul,"a ""b""\nc"\n2020,Köln,x\n',
    );
    const change = fc.tuple(
      fc.nat({ max: good.length }),
      fc.nat({ max: 5 }),
      fc.uint8Array({ maxLength: 6 }),
    );
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      let bytes = [...good, ...good.subarray(40)];
      for (const [at, out, put] of changes) bytes = [...bytes.slice(0, at), ...put, ...bytes.slice(at + out)];
      const opened = await open([new Uint8Array(bytes)]);
      if (opened.kind !== 'table') {
        expect(opened).toMatchObject({ kind: 'refused', problems: [{ row: null }] });
        return;
      }
      const { rows, problems } = await everything(opened.table);
      expect(rows.every(({ cells }) => cells.length === opened.table.columns.length)).toBe(true);
      const lost = problems.filter(({ code }) => effectOf(code) === 'row');
      const lines = [...rows.map(({ line }) => line), ...lost.map(({ row }) => row)];
      expect(new Set(lines).size).toBe(lines.length);
      expect(lost.every(({ reason }) => reason !== '')).toBe(true);
    });
    await fc.assert(property, { numRuns: 500 });
  });
});

// Rows counted with Python's csv module over the file opened with newline='' in its encoding, without the header and the
// row of HXL tags; lines with the module's line_num before each record.
const REAL: [file: string, rows: number, encoding: string][] = [
  ['airraid_ukraine/official_data_en.csv', 43_031, 'utf-8'],
  ['arvig/arvig.csv', 6_918, 'utf-8'],
  ['fivethirtyeight/all_data.csv', 22_800, 'utf-8'],
  ['fivethirtyeight/police_killings.csv', 467, 'windows-1252'],
  ['fivethirtyeight/russia-investigation.csv', 194, 'utf-8'],
  ['iraq_geocausal/airstrikes.csv', 3_938, 'utf-8'],
  ['iraq_geocausal/insurgencies.csv', 68_573, 'utf-8'],
  ['noaa_signif/signif.txt', 6_086, 'utf-8'],
  ['oryx/event_destroyed.csv', 26_251, 'utf-8'],
  ['police_brutality_2020pb/all-locations.csv', 1_340, 'utf-8'],
  ['stanford_msa/Stanford_MSA_Database.csv', 335, 'utf-8'],
  ['ucdp_ged_syria_191/ucdp_syria.csv', 16_566, 'utf-8'],
  ['ucdp_hdx_bgd/conflict_data_BGD.csv', 601, 'utf-8'],
  ['ucdp_hdx_bgd/ged191_fixture.csv', 3_194, 'utf-8'],
  ['ucdp_hdx_ukr/conflict_data_ukr_2025.csv', 1_167, 'utf-8'],
  ['vega_datasets/birdstrikes.csv', 10_000, 'utf-8'],
];

const SERIES = '../shared/series';

describe.skipIf(!existsSync(SERIES))('a real file (../shared/series, skipped where it is not there)', () => {
  it.each(REAL)('%s has %i rows and no problem', async (name, count, encoding) => {
    const opened = await openDelimited(await fileSource(`${SERIES}/${name}`), name, {}, DEFAULT_LIMITS);
    if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
    const { rows, problems } = await everything(opened.table);
    expect(opened.questions).toEqual([]);
    expect(opened.reading).toMatchObject({ encoding, header: 1 });
    expect(rows).toHaveLength(count);
    expect(problems.filter(({ code }) => code !== 'unended-line')).toEqual([]);
  });

  it.each([
    [
      'stanford_msa/Stanford_MSA_Database.csv',
      0,
      [
        [20, '19'],
        [29, '26'],
        [332, '268'],
        [409, '344'],
      ],
    ],
    [
      'arvig/arvig.csv',
      5,
      [
        [497, '53.80288'],
        [516, '51.0504088'],
        [7913, '53.5678292'],
      ],
    ],
    [
      'ucdp_hdx_bgd/ged191_fixture.csv',
      0,
      [
        [3, '209406'],
        [6, '210026'],
        [3306, '274898'],
        [3318, '276209'],
      ],
    ],
  ] as const)('%s has its records on the lines where they begin', async (name, column, expected) => {
    const opened = await openDelimited(await fileSource(`${SERIES}/${name}`), name, {}, DEFAULT_LIMITS);
    if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
    const { rows } = await everything(opened.table);
    const at = new Map(rows.map(({ line, cells }) => [line, cells[column]]));
    expect(expected.map(([line]) => [line, at.get(line)])).toEqual(expected);
  });
});
