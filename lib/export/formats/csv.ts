import Papa from 'papaparse';
import type { Cell, RowColumn } from './columns';
import type { IncidentRow } from './incident-row';

/** What spreadsheets pass over before a formula: blanks, quotation marks, and what cannot be seen. */
const BEFORE = '[\\s\\p{Cc}\\p{Cf}"\'`“”‘’«»]*';
/** Signs that begin a formula, also as East Asian keyboards write them; minus signs as typesetters do. */
const FORMULA = new RegExp(`^(?:[\\t\\r]|${BEFORE}[=+\\-@＝＋－＠−])`, 'u');
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before a leading `= + - @`, tab or carriage return, and
 * before what hides one. For cells of text only; a negative coordinate stays the number it is, and so does a text that is
 * nothing but a number.
 */
export function neutralise(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Rows as lines of CSV. Papa Parse writes them several times as fast as csv-stringify, which counts at a million. */
export function writeCsv(records: readonly (readonly Cell[])[]): string {
  if (records.length === 0) return '';
  const cells = records.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)));
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** The header line of incidents.csv. */
export function csvHeader(columns: readonly RowColumn[]): string {
  return writeCsv([columns.map(([name]) => name)]);
}

/**
 * Lines of incidents.csv as RFC 4180 has them: CRLF, quotes doubled, UTF-8 without a byte order mark (which programs
 * other than Excel take for a part of the first column's name). Lists are joined by `|`.
 */
export function csvLines(rows: readonly IncidentRow[], columns: readonly RowColumn[]): string {
  return writeCsv(rows.map((row) => columns.map(([, , value]) => value(row))));
}
