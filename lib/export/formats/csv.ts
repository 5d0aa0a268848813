import Papa from 'papaparse';
import type { Cell, RowColumn } from './columns';
import type { IncidentRow } from './incident-row';

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before a leading `= + - @`, tab or carriage
 * return. For cells of text only; a negative coordinate stays the number it is.
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
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
