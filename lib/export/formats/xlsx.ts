import { writeXlsxStream } from 'hucre/xlsx';
import { parseDay } from '../../time/day';
import type { AboutExport } from './about-export';
import type { Cell, CellType, RowColumn } from './columns';
import type { IncidentRow } from './incident-row';

/** Rows that a sheet can hold beneath its header. */
export const MOST_SHEET_ROWS = 1_048_575;

/** Characters that a cell of a workbook can hold. */
const MOST_CHARACTERS = 32_767;
/** Days since 1970 of 1 March 1900: spreadsheets misplace the days before it. */
const FIRST_SHEET_DAY = -25_508;
const MILLISECONDS = 86_400_000;

type SheetCell = string | number | boolean | Date | null;

/** Text that XML and a cell can hold. A text is a text there, also where it looks like a formula. */
function textCell(text: string): string {
  const plain = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS - 1)}…` : plain;
}

function sheetCell(type: CellType, cell: Cell): SheetCell {
  if (typeof cell !== 'string') return cell;
  const day = type === 'day' ? parseDay(cell) : null;
  // A workbook has no time zones: hucre writes the UTC parts of a date.
  return day !== null && day >= FIRST_SHEET_DAY ? new Date(day * MILLISECONDS) : textCell(cell);
}

async function* sheetRows(
  pages: AsyncIterable<readonly IncidentRow[]>,
  columns: readonly RowColumn[],
  about: AboutExport,
  most: number,
): AsyncGenerator<SheetCell[]> {
  let written = 0;
  for await (const rows of pages) {
    for (const row of rows) yield columns.map(([, type, value]) => sheetCell(type, value(row)));
    written += rows.length;
  }
  // Empty rows fill the first sheet, so that the next begins with what the rows are.
  for (; written < most - 1; written++) yield [];
  for (const [name, value] of about) yield [name, textCell(value)];
}

/**
 * A workbook in constant memory: a sheet of `total` rows with typed cells, and a second one that says what they are.
 * The writer begins another sheet after so many rows, which is how the second comes about.
 */
export function xlsxStream(
  pages: AsyncIterable<readonly IncidentRow[]>,
  columns: readonly RowColumn[],
  total: number,
  about: AboutExport,
): ReadableStream<Uint8Array> {
  const most = Math.max(total + 1, about.length);
  return writeXlsxStream(sheetRows(pages, columns, about, most), {
    name: 'Incidents',
    columns: columns.map(([header, type]) => ({
      header,
      ...(type === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: most,
    repeatHeaders: false,
  });
}
