import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readZip } from '../archive/zip-directory';
import { DEFAULT_LIMITS } from '../limits';
import type { Opened } from '../raw-table';
import { blobSource } from '../source/byte-source';
import { kindOfFormat } from './number-format';
import { openXlsx } from './open-xlsx';
import { serialText } from './serial-date';

type Table = Extract<Opened, { kind: 'table' }>;
type Parts = Record<string, string>;

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with these sheets, each the XML of its rows. */
function workbook(
  sheets: Record<string, string>,
  more: Parts = {},
  properties = '',
  whole = true,
): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Parts = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${NS} xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${NS}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...(whole ? { 'xl/sharedStrings.xml': '<sst/>', 'xl/styles.xml': '<styleSheet/>' } : {}),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

async function open(bytes: Uint8Array, wanted = {}, limits = DEFAULT_LIMITS): Promise<Table> {
  const source = blobSource(new Blob([bytes as BlobPart]), 'a.xlsx');
  const listing = await readZip(source, 'a.xlsx', limits);
  return (await openXlsx(source, listing, 'a.xlsx', wanted, limits)) as Table;
}

async function read({ table }: Table) {
  const rows: { line: number; cells: readonly string[] }[] = [];
  const problems: (string | number | null)[][] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows);
    problems.push(...batch.problems.map(({ code, row, column, value }) => [code, row, column, value]));
  }
  return { names: table.columns.map(({ name }) => name), rows, problems };
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.map(cell).join('')}</row>`;

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['0.00E+00', 'number'],
    ['"day" 0', 'number'],
    ['[Red]0', 'number'],
    ['\\d0', 'number'],
    ['#,##0_d', 'number'],
    ['@', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-409]d\\-mmm\\-yy;@', 'date'],
    ['mmm yyyy', 'date'],
    ['yyyy', 'date'],
    ['m', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['h:mm', 'time'],
    ['mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['hh:mm:ss.000', 'time'],
    ['yyyy-mm-dd hh:mm', 'datetime'],
    ['m/d/yy h:mm', 'datetime'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });
});

describe('serial numbers', () => {
  // Excel's own answers: =TEXT(n, "yyyy-mm-dd hh:mm:ss"); 60 is its 29 February 1900, 45373 is 22 March 2024.
  it.each([
    ['45373', 'date', false, '2024-03-22'],
    ['45373', 'datetime', false, '2024-03-22T00:00:00'],
    ['45373.5', 'date', false, '2024-03-22T12:00:00'],
    ['1', 'date', false, '1900-01-01'],
    ['59', 'date', false, '1900-02-28'],
    ['60', 'date', false, '1900-02-29'],
    ['61', 'date', false, '1900-03-01'],
    ['2958465', 'date', false, '9999-12-31'],
    ['43911', 'date', true, '2024-03-22'],
    ['0', 'date', true, '1904-01-01'],
    ['0.75', 'time', false, '18:00:00'],
    ['1.5', 'elapsed', false, '36:00:00'],
    ['45373.849305555559', 'datetime', false, '2024-03-22T20:23:00'],
    ['-1', 'date', false, '-1'],
    ['99999999', 'date', false, '99999999'],
    ['x', 'date', false, 'x'],
  ] as const)('%s as a %s (1904: %s) is %s', (raw, kind, is1904, text) => {
    expect(serialText(raw, kind, is1904)).toBe(text);
  });
});

describe('a workbook', () => {
  it('has the cells of every kind', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
    const strings = `<sst><si><t>kind</t></si><si><r><t>ri</t></r><r><rPr/><t xml:space="preserve">ch &amp; </t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b&#10;c</t></si></sst>`;
    const rows = [
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>`,
      `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1.50</v></c></row>`,
      `<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="1"><v>45373</v></c></row>`,
      `<row r="5"><c r="B5" t="b"><v>1</v></c></row>`,
      `<row r="6"><c r="A6" t="str"><f>1/0 &gt; "a"</f><v>formula</v></c><c r="B6" t="e"><v>#N/A</v></c></row>`,
      `<row r="7"><c r="A7" t="d"><v>2024-03-22T00:00:00</v></c><c r="B7"><v>1E-3</v></c></row>`,
      `<row r="8"><c r="A8"/></row>`,
      `<row><c r="A9"><v>1</v></c></row>`.repeat(300),
      `<row r="999"><c r="A999"><v>1</v></c><c r="D999"><v>9</v></c></row>`,
    ].join('');
    const found = await read(
      await open(workbook({ S: rows }, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings })),
    );
    expect(found.names).toEqual(['kind', 'value']);
    expect([...found.rows.slice(0, 5), found.rows.at(-1)]).toEqual([
      { line: 3, cells: ['rich & ', '1.5'] },
      { line: 4, cells: ['a\rb\nc', '2024-03-22'] },
      { line: 5, cells: ['', 'true'] },
      { line: 6, cells: ['formula', ''] },
      { line: 7, cells: ['2024-03-22', '0.001'] },
      { line: 999, cells: ['1', ''] },
    ]);
    expect(found.problems).toEqual([
      ['error-cell', 6, 'value', '#N/A'],
      ['cell-beyond-header', 999, 'column 4', '9'],
    ]);
  });

  it('finds the header below a title, tags and columns of one name or none', async () => {
    const rows =
      row('Events of 2024') +
      row('', '') +
      row('date', 'name', 'name', 'place', 'type', '') +
      row('#date', '#adm1', '', '') +
      row('2024-01-01', 'a', 'b', 'c') +
      row('2024-01-02', 'd', 'e', 'f', '', 'g');
    const opened = await open(workbook({ S: rows }));
    expect(opened.table.columns).toEqual([
      { name: 'date', hxl: '#date' },
      { name: 'name', hxl: '#adm1' },
      { name: 'name (2)', hxl: null },
      { name: 'place', hxl: null },
      { name: 'type', hxl: null },
      { name: 'column 6', hxl: null },
    ]);
    expect((await read(opened)).rows.map(({ cells }) => cells)).toEqual([
      ['2024-01-01', 'a', 'b', 'c', '', ''],
      ['2024-01-02', 'd', 'e', 'f', '', 'g'],
    ]);
  });

  const many = (count: number) =>
    row('date', 'place') + Array.from({ length: count }, (_, at) => row(`2024-01-${at}`, `p${at}`)).join('');

  it('takes the sheet that is plainly the table, and says so', async () => {
    const opened = await open(
      workbook({ ReadMe: row('About') + row('Text'), Empty: '', Data: many(50), Codebook: many(60) }),
    );
    expect([opened.reading.sheet, opened.questions, opened.choices.sheets.length]).toEqual(['Data', [], 4]);
    expect(opened.notes[0]).toContain('Data');
  });

  it('asks which of several tables is meant, and takes the one it is told', async () => {
    const bytes = workbook({ y2023: many(50), y2024: many(60) });
    const opened = await open(bytes);
    expect(opened.questions.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['sheet', ['y2024', 'y2023', 'all']],
    ]);
    const told = await open(bytes, { sheet: 'y2023' });
    expect([(await read(told)).rows.length, told.questions]).toEqual([50, []]);
    await expect(open(bytes, { sheet: 'no' })).rejects.toMatchObject({ problem: { code: 'unknown-choice' } });
  });

  it('counts from 1904 where the workbook says so', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rows = `${row('date', 'n')}<row><c s="0"><v>43911</v></c><c t="str"><v>x</v></c></row>`;
    const opened = await open(workbook({ S: rows }, { 'xl/styles.xml': styles }, 'date1904="1"'));
    expect((await read(opened)).rows[0]?.cells).toEqual(['2024-03-22', 'x']);
  });

  it('reads what another library writes', async () => {
    const data = [
      [{ value: 'date' }, { value: 'when' }, { value: 'n' }, { value: 'ok' }, { value: 'text' }],
      [
        { value: new Date(Date.UTC(1969, 6, 20)), type: Date, format: 'dd/mm/yyyy' },
        { value: new Date(Date.UTC(2024, 2, 22, 20, 15, 30)), type: Date, format: 'yyyy-mm-dd hh:mm:ss' },
        { value: 0.1, type: Number },
        { value: true, type: Boolean },
        { value: 'Ünïcode <&> "x"', type: String },
      ],
    ];
    const buffer = await (writeXlsxFile as unknown as (d: unknown) => { toBuffer(): Promise<Buffer> })(
      data,
    ).toBuffer();
    const { names, rows } = await read(await open(new Uint8Array(buffer)));
    expect(names).toEqual(['date', 'when', 'n', 'ok', 'text']);
    expect(rows[0]?.cells).toEqual(['1969-07-20', '2024-03-22T20:15:30', '0.1', 'true', 'Ünïcode <&> "x"']);
  });

  it('offers the rows before a tear and says where it is', async () => {
    const rows = many(2_000).slice(0, -30_000);
    const { rows: found, problems } = await read(
      await open(workbook({ S: '' }, { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}` })),
    );
    expect(found.length).toBeGreaterThan(1_000);
    expect(problems).toEqual([['truncated-file', found.length + 2, null, null]]);
  });

  it('is refused where it lost the texts of its cells', async () => {
    const texts = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'.repeat(3);
    await expect(open(workbook({ S: texts }, {}, '', false))).rejects.toMatchObject({
      problem: { code: 'broken-file' },
    });
    const sst = { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>' };
    const { problems } = await read(await open(workbook({ S: `${many(3)}${texts}` }, sst)));
    expect(problems.map(([code, , , value]) => [code, value])).toEqual(
      Array(3).fill(['error-cell', '#MISSING!']),
    );
  });

  it('refuses what grows: entities of its own, texts and cells without end', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><worksheet/>';
    await expect(open(workbook({ S: '' }, { 'xl/worksheets/sheet1.xml': laughs }))).rejects.toThrow(
      /declares a type/,
    );
    const endless = `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(20_000_000)}`;
    await expect(open(workbook({ S: '' }, { 'xl/worksheets/sheet1.xml': endless }))).rejects.toMatchObject({
      problem: { code: 'over-limit' },
    });
    const far = `<row><c r="ZZZZZZZZ1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>`;
    await expect(open(workbook({ S: far.repeat(20) }))).rejects.toMatchObject({
      problem: { code: 'over-limit' },
    });
    await expect(open(workbook({ S: many(20) }, { 'xl/workbook.xml': '' }))).rejects.toMatchObject({
      problem: { code: 'empty-file' },
    });
  });
});

describe('cells that are merged', () => {
  const sheet = (rows: string, merged: readonly string[]) => ({
    'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData><mergeCells count="${merged.length}">${merged
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('')}</mergeCells></worksheet>`,
  });

  it('hold for all of their rows, and only in their first column', async () => {
    const rows =
      row('date', 'place', 'killed') +
      row('2024-03-01', 'A', '1') +
      row('', 'B', '0') +
      row('', 'C', '2') +
      row('2024-03-05', 'D', '2') +
      row('', 'E', '2');
    const opened = await open(workbook({ S: '' }, sheet(rows, ['A2:A4', 'B5:C5'])));
    expect((await read(opened)).rows.map(({ cells }) => cells)).toEqual([
      ['2024-03-01', 'A', '1'],
      ['2024-03-01', 'B', '0'],
      ['2024-03-01', 'C', '2'],
      ['2024-03-05', 'D', '2'],
      ['', 'E', '2'],
    ]);
  });

  it('name columns that stand below a group', async () => {
    const rows =
      row('Date', '', '', 'Place') +
      row('Year', 'Month', 'Day', '') +
      row('2019', '1', '3', 'A') +
      row('2019', '2', '7', 'B');
    const opened = await open(workbook({ S: '' }, sheet(rows, ['A1:C1', 'D1:D2'])));
    expect(opened.table.columns.map(({ name }) => name)).toEqual(['Year', 'Month', 'Day', 'Place']);
  });
});

describe('sheets of one shape', () => {
  const year = (days: readonly string[]) =>
    row('date', 'place') + days.map((day) => row(day, `in ${day.slice(0, 4)}`)).join('');
  const book = workbook({
    '2019': year(['2019-01-03', '2019-02-07']),
    '2020': row('place', 'date') + row('in 2020', '2020-08-09'),
    Notes: row('about', 'what', 'who') + row('x', 'y', 'z'),
  });

  it('are read as one table whose rows know their sheet and their place in it', async () => {
    const opened = await open(book, { sheet: 'all' });
    expect(opened.table.columns.map(({ name }) => name)).toEqual(['date', 'place', 'sheet']);
    expect((await read(opened)).rows).toEqual([
      { line: 2, cells: ['2019-01-03', 'in 2019', '2019'], file: 'a.xlsx/2019' },
      { line: 3, cells: ['2019-02-07', 'in 2019', '2019'], file: 'a.xlsx/2019' },
      { line: 2, cells: ['2020-08-09', 'in 2020', '2020'], file: 'a.xlsx/2020' },
    ]);
    expect(opened.notes.slice(0, 2)).toEqual([
      'Read 2 sheets as one table: “2019”, “2020”. The column “sheet” says of which a row is.',
      'Left out, for other columns or none: “Notes”.',
    ]);
  });

  it('are offered together, however few rows one of them has', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `2019-01-${String((at % 28) + 1).padStart(2, '0')}`);
    const opened = await open(workbook({ '2019': year(many), '2020': year(['2020-08-09']) }));
    expect(opened.questions.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['sheet', ['2019', '2020', 'all']],
    ]);
  });
});
