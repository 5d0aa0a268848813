import type { ZipListing } from '../archive/zip-directory';
import type { TextRecord } from '../delimited/record-reader';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { Opened } from '../raw-table';
import { NO_READING, type WantedReading } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { askHeader } from '../table/ask-header';
import { type TableShape, tableShape } from '../table/table-shape';
import { ALL_SHEETS, allSheets, type ShapedSheet } from './all-sheets';
import { alike, chooseSheet, type SheetCandidate } from './choose-sheet';
import type { SheetRow } from './sheet-reader';
import { sheetRows } from './sheet-rows';
import { firstRows, sheetTable } from './sheet-table';
import { openWorkbook, type Sheet, type Workbook } from './workbook';

interface Looked {
  readonly sheet: Sheet;
  readonly records: readonly TextRecord[];
  readonly shape: TableShape | null;
}

/**
 * Opens a workbook of Office Open XML (ECMA-376). The sheet that is plainly the table is taken, else a reader is asked; the
 * header is found as in a delimited text.
 */
export async function openXlsx(
  source: ByteSource,
  listing: ZipListing,
  file: string,
  wanted: WantedReading,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  const book = await openWorkbook(source, listing, file, limits, signal);
  const asked = typeof wanted.sheet === 'string' ? wanted.sheet : null;
  const isAll = asked === ALL_SHEETS && book.sheets.every(({ name }) => name !== ALL_SHEETS);
  const sheets = asked === null || isAll ? book.sheets : book.sheets.filter(({ name }) => name === asked);
  if (asked !== null && sheets.length === 0) {
    const there = book.sheets.map(({ name }) => name).join(', ');
    throw formatError(file, 'unknown-choice', `there is no such sheet; there is ${there}`, asked);
  }
  const looked = await lookAt(sheets, book, file, wanted.header ?? null, limits.columns, signal);
  const { sheet, question } = chooseSheet(looked.map(candidateOf));
  const found = looked.find((one) => one.sheet.name === sheet?.name);
  if (!found?.shape) throw formatError(file, 'empty-file', 'no sheet of it has a header and rows below');
  if (found.shape.columns.length > limits.columns) {
    throw formatError(file, 'over-limit', `it has more than ${limits.columns} columns`);
  }
  const names = book.sheets.map(({ name }) => name);
  const together = shapedLike(found, looked);
  const reading = { ...NO_READING, format: 'xlsx' } as const;
  const choices = {
    entries: [],
    sheets: isAll || together.length > 1 ? [...names, ALL_SHEETS] : names,
    paths: [],
  };
  if (isAll) {
    return {
      kind: 'table',
      reading: { ...reading, sheet: ALL_SHEETS, header: wanted.header ?? null },
      choices,
      table: allSheets(book, together, file, limits),
      notes: [...damageNotes(listing), ...allNotes(together, looked), ...found.shape.notes],
      questions: askHeader(found.shape, found.records),
    };
  }
  return {
    kind: 'table',
    reading: { ...reading, sheet: found.sheet.name, header: found.shape.header },
    choices,
    table: sheetTable(book, found.sheet, file, found.shape, limits),
    notes: [
      ...damageNotes(listing),
      ...sheetNotes(found, book.sheets.length, question !== null),
      ...found.shape.notes,
    ],
    questions: [...(question === null ? [] : [question]), ...askHeader(found.shape, found.records)],
  };
}

/** The sheets with the columns of one, itself among them. */
function shapedLike(first: Looked, looked: readonly Looked[]): readonly ShapedSheet[] {
  const names = new Set(alike(looked.map(candidateOf), candidateOf(first)).map(({ name }) => name));
  return looked.flatMap(({ sheet, shape }) => (shape && names.has(sheet.name) ? [{ sheet, shape }] : []));
}

function allNotes(together: readonly ShapedSheet[], looked: readonly Looked[]): string[] {
  const read = together.map(({ sheet }) => sheet.name);
  const left = looked.map(({ sheet }) => sheet.name).filter((name) => !read.includes(name));
  const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
  return [
    `Read ${read.length} sheets as one table: ${named(read)}. The column “sheet” says of which a row is.`,
    ...(left.length > 0 ? [`Left out, for other columns or none: ${named(left)}.`] : []),
  ];
}

async function lookAt(
  sheets: readonly Sheet[],
  book: Workbook,
  file: string,
  header: number | null,
  mostColumns: number,
  signal?: AbortSignal,
): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const sheet of sheets) {
    const rows = await firstRows(sheetRows(book, sheet, file, signal));
    const records = recordsOf(rows);
    looked.push({
      sheet,
      records,
      shape: records.length === 0 ? null : tableShape(records, header, mostColumns),
    });
  }
  return looked;
}

/** Rows as records of a text, all as wide as the widest: a sheet does not say where its rows end. */
function recordsOf(rows: readonly SheetRow[]): TextRecord[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.map(({ line, cells }) => {
    const blanks = new Array<string>(width - cells.length).fill('');
    return { line, cells: [...cells, ...blanks], state: 'whole' };
  });
}

function candidateOf({ sheet, shape }: Looked): SheetCandidate {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    columns: shape?.columns.length ?? 0,
    names: shape?.columns.map(({ name }) => name) ?? [],
    rows: shape?.rows.length ?? 0,
    size: sheet.source.size,
  };
}

function sheetNotes({ sheet, shape }: Looked, sheets: number, asked: boolean): string[] {
  const which = `Read the sheet “${sheet.name}”`;
  const notes = [
    sheets === 1 || asked ? `${which}.` : `${which}, which is the table among ${sheets} sheets.`,
  ];
  if (shape?.header === 0) notes.push('There is no header; columns are named by their places.');
  return notes;
}

function damageNotes({ damage }: ZipListing): string[] {
  return damage === null
    ? []
    : [`The workbook is damaged: ${damage}. Sheets behind the damage are not offered.`];
}
