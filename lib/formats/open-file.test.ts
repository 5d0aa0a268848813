import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits';
import { openFile } from './open-file';
import type { Opened } from './raw-table';
import type { WantedReading } from './reading';
import { blobSource } from './source/byte-source';
import { fileSource } from './source/file-source';

const CSV = 'date,place\n2024-01-01,a\n2024-01-02,b\n';
const LONG = `date,place\n${Array.from({ length: 20_000 }, (_, at) => `2024-01-01,place ${Math.sin(at)}\n`).join('')}`;
const JSON_TEXT = '[{"date":"2024-01-01","place":"a"},{"date":"2024-01-02","place":"b"}]';

const open = (
  bytes: Uint8Array | string,
  name: string,
  wanted: WantedReading = {},
  limits = DEFAULT_LIMITS,
) => openFile(blobSource(new Blob([bytes as BlobPart]), name), wanted, limits);
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, one]) => [name, typeof one === 'string' ? strToU8(one) : one]),
    ) as Zippable,
  );

async function read(opened: Opened) {
  if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
  const cells: (readonly string[])[] = [];
  const codes: string[] = [];
  for await (const batch of opened.table.batches()) {
    cells.push(...batch.rows.map((row) => row.cells));
    codes.push(...batch.problems.map(({ code }) => code));
  }
  return { names: opened.table.columns.map(({ name }) => name), cells, codes };
}

const codeOf = (opened: Opened) =>
  opened.kind === 'refused' ? opened.problems.map(({ code }) => code).join() : opened.kind;

const SAME: [string, Uint8Array | string, string, string | null][] = [
  ['events.csv', CSV, 'delimited', null],
  ['a file without a name for its kind', CSV, 'delimited', null],
  ['events.json', JSON_TEXT, 'json', null],
  ['json by its content', JSON_TEXT, 'json', null],
  ['events.ndjson', JSON_TEXT.slice(1, -1).replace('},', '}\n'), 'ndjson', null],
  ['lines by their content', JSON_TEXT.slice(1, -1).replace('},', '}\n'), 'ndjson', null],
  ['events.csv.gz', gzipSync(CSV), 'delimited', null],
  ['events.json.gz', gzipSync(JSON_TEXT), 'json', null],
  ['events.zip', zip({ 'a/events.csv': CSV }), 'delimited', 'a/events.csv'],
  ['gz in zip', zip({ 'events.csv.gz': gzipSync(CSV) }), 'delimited', 'events.csv.gz'],
  ['zip in zip', zip({ 'in.zip': zip({ 'events.json': JSON_TEXT }) }), 'json', 'in.zip/events.json'],
  ['zip in gz', gzipSync(zip({ 'events.csv': CSV })), 'delimited', 'events.csv'],
  [
    'with what is aside',
    zip({
      'README.txt': 'Read me',
      '__MACOSX/._events.csv': 'x',
      '.DS_Store': 'x',
      LICENSE: 'MIT',
      'codebook.pdf': '%PDF-',
      'map.png': 'x',
      'events.csv': CSV,
    }),
    'delimited',
    'events.csv',
  ],
  ['with names that lead out', zip({ '../../etc/passwd.csv': CSV }), 'delimited', '../../etc/passwd.csv'],
];

describe('openFile', () => {
  it.each(SAME)('reads the same rows from %s', async (name, bytes, format, entry) => {
    const opened = await open(bytes, name);
    expect(await read(opened)).toEqual({
      names: ['date', 'place'],
      cells: [
        ['2024-01-01', 'a'],
        ['2024-01-02', 'b'],
      ],
      codes: [],
    });
    expect(opened).toMatchObject({ kind: 'table', reading: { format, entry }, questions: [] });
  });

  it.each(SAME)('opens %s again by the reading it found', async (name, bytes) => {
    const opened = await open(bytes, name);
    const again = opened.kind === 'table' ? await open(bytes, name, opened.reading) : opened;
    expect(await read(again)).toEqual(await read(opened));
  });

  it.each([
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'refused-format'],
    ['a RAR archive', strToU8('Rar!\u001a\u0007\u0000', true), 'refused-format'],
    ['a PDF', '%PDF-1.7', 'refused-format'],
    ['a web page', '\n<!DOCTYPE html><html><table></table></html>', 'refused-format'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'refused-format'],
    [
      'an OpenDocument sheet',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'refused-format',
    ],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'refused-format'],
    [
      'a SQLite dump',
      'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE e (d);\n',
      'refused-format',
    ],
    ['a Word document', zip({ 'word/document.xml': '<x/>' }), 'refused-format'],
    ['nothing', '', 'empty-file'],
    ['half a zip of nothing', 'PK\u0003\u0004', 'broken-file'],
    ['half a Parquet file', 'PAR1xxxxxxxxxxxx', 'broken-file'],
    ['gzip of nothing', gzipSync(''), 'empty-file'],
    ['gzip of gzip of gzip of gzip', gzipSync(gzipSync(gzipSync(gzipSync(CSV)))), 'refused-format'],
    ['an archive of pictures', zip({ 'a.png': 'x', 'b.pdf': 'x' }), 'no-table'],
    ['a workbook without sheets', zip({ 'xl/workbook.xml': '<workbook/>' }), 'empty-file'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(codeOf(await open(bytes, 'events'))).toBe(code);
  });

  it('asks which of several files is meant, and takes the one it is told', async () => {
    const bytes = zip({ '2023.csv': CSV, '2024.csv': LONG, 'notes.txt': 'x' });
    const opened = await open(bytes, 'a.zip');
    if (opened.kind !== 'table') throw new Error('no table');
    expect(opened.questions.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['entry', ['2024.csv', '2023.csv']],
    ]);
    expect(opened.choices.entries).toEqual(['2024.csv', '2023.csv', 'notes.txt']);
    const told = await open(bytes, 'a.zip', { entry: '2023.csv' });
    expect([(await read(told)).cells.length, told.kind === 'table' && told.questions]).toEqual([2, []]);
    expect(codeOf(await open(bytes, 'a.zip', { entry: '2022.csv' }))).toBe('unknown-choice');
  });

  it.each(['', 'russia-militancy-1.0/'])(
    'takes a Data Package in %j before any table beside it',
    async (folder) => {
      const opened = await open(
        zip({
          [`${folder}datapackage.json`]: '{}',
          [`${folder}incidents.csv`]: CSV,
          [`${folder}README.md`]: 'x',
        }),
        'p.zip',
      );
      if (opened.kind !== 'package') throw new Error('no package');
      const texts = [...opened.files].map(async ([path, source]) => {
        const bytes = await source.slice(0, source.size);
        return [path, new TextDecoder().decode(bytes)];
      });
      expect(await Promise.all(texts)).toEqual([
        ['datapackage.json', '{}'],
        ['incidents.csv', CSV],
      ]);
    },
  );

  it.each([
    ['gzip', gzipSync(LONG)],
    ['zip', zip({ 'events.csv': LONG })],
    ['zip in gzip', gzipSync(zip({ 'events.csv': [strToU8(LONG)][0]! }))],
  ])('gives the whole rows of a torn %s, and one problem', async (_, bytes) => {
    const opened = await open(bytes.subarray(0, bytes.length * 0.6), 'torn');
    if (opened.kind === 'refused') return expect(codeOf(opened)).toBe('broken-file');
    const { cells, codes } = await read(opened);
    expect(cells.length).toBeGreaterThan(5_000);
    expect(codes).toEqual(['truncated-file']);
    const lines = LONG.split('\n').slice(1);
    expect(cells.map((row) => row.join())).toEqual(lines.slice(0, cells.length));
  });

  it('stops at each limit', async () => {
    const limits = (some: Partial<typeof DEFAULT_LIMITS>) => ({ ...DEFAULT_LIMITS, ...some });
    expect(codeOf(await open(CSV, 'a.csv', {}, limits({ fileBytes: 10 })))).toBe('over-limit');
    expect(codeOf(await open(gzipSync(LONG), 'a.gz', {}, limits({ unpackedBytes: 1000 })))).toBe(
      'over-limit',
    );
    expect(codeOf(await open(zip({ 'a.csv': LONG }), 'a.zip', {}, limits({ unpackedBytes: 1000 })))).toBe(
      'over-limit',
    );
    expect(
      codeOf(await open(zip({ 'a.csv': CSV, 'b.csv': CSV }), 'a.zip', {}, limits({ archiveEntries: 1 }))),
    ).toBe('over-limit');
  });

  it('refuses a zip bomb that states another size, in little time', async () => {
    const bytes = zipSync({ 'a.csv': new Uint8Array(80_000_000) }, { level: 1 });
    const central = bytes.length - 22 - 46 - 5;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(central + 24, true)).toBe(80_000_000);
    view.setUint32(central + 24, 1_000, true);
    expect(codeOf(await open(bytes, 'a.zip'))).toBe('over-limit');
  });

  it('takes brackets in a table of text for what they are', async () => {
    expect(await read(await open('[date],{n}\n2024-01-01,1\n', 'a.csv'))).toEqual({
      names: ['[date]', '{n}'],
      cells: [['2024-01-01', '1']],
      codes: [],
    });
  });

  it('stops where it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(openFile(blobSource(new Blob([CSV]), 'a.csv'), {}, DEFAULT_LIMITS, signal)).rejects.toThrow(
      /abort/i,
    );
  });
});

describe.skipIf(!existsSync('../shared/series'))(
  'a real file (../shared/series, skipped where it is not there)',
  () => {
    /** Counted by Python's csv and json modules. */
    it.each([
      ['ucdp_ged_car_231/GEDEvent_v23_1.geojson', 'geojson', 1848],
      ['police_brutality_2020pb/all-locations-v2.json', 'json', 1340],
      ['ua_losses_json/russia_losses_equipment.json', 'json', 1626],
      ['vega_datasets/birdstrikes.csv', 'delimited', 10_000],
    ])('%s is told apart and read', async (name, format, count) => {
      const opened = await openFile(await fileSource(`../shared/series/${name}`), {}, DEFAULT_LIMITS);
      expect(opened).toMatchObject({ kind: 'table', reading: { format } });
      expect((await read(opened)).cells.length).toBe(count);
    });
  },
);

describe('a file of a program that is not read', () => {
  /** First bytes as the programs write them: R's XDR and ASCII, Stata's versions 114 and 118, SPSS's two kinds. */
  it.each([
    [
      'a.rds',
      gzipSync(Uint8Array.from([0x58, 0x0a, 0, 0, 0, 3, 0, 4])),
      'an R data file (.rds)',
      'write.csv',
    ],
    ['a.rds', gzipSync('A\n3\n262657\n'), 'an R data file (.rds)', 'write.csv'],
    ['a.RData', gzipSync('RDX3\nX\n'), 'an R data file (.RData)', 'write.csv'],
    ['a.rda', 'RDA2\nA\n', 'an R data file (.RData)', 'write.csv'],
    ['a.dta', '<stata_dta><header><release>118', 'a Stata file (.dta)', 'export delimited'],
    ['a.dta', Uint8Array.from([114, 2, 1, 0, 5, 0]), 'a Stata file (.dta)', 'export delimited'],
    ['a.sav', '$FL2@(#) SPSS DATA FILE', 'an SPSS file (.sav)', 'CSV'],
    ['a.zsav', '$FL3@(#) SPSS DATA FILE', 'an SPSS file (.zsav)', 'CSV'],
    ['a.ics', 'BEGIN:VCALENDAR\nVERSION:2.0\n', 'a calendar (.ics)', 'CSV'],
    [
      'a.sql',
      '-- MySQL dump 10.13\n--\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `e`;\n',
      'an SQL dump',
      'export',
    ],
    ['a.txt', "INSERT INTO events VALUES ('2024-01-01');\n", 'an SQL dump', 'export'],
  ])('%s is named, with the way out of it', async (name, bytes, what, way) => {
    const opened = await open(bytes, name);
    const [problem] = opened.kind === 'refused' ? opened.problems : [];
    expect(problem?.code).toBe('refused-format');
    expect(problem?.reason).toContain(what);
    expect(problem?.reason).toContain(way);
  });

  it('is not seen in a table that begins with such a word', async () => {
    const { names } = await read(await open('Create,Insert,date\n1,2,2024-01-01\n', 'a.csv'));
    expect(names).toEqual(['Create', 'Insert', 'date']);
  });
});
