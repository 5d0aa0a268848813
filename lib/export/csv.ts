import { stringify } from 'csv-stringify/sync';
import type { IncidentRow } from './incident-row';
import { type Cell, ROW_COLUMNS } from './rows/columns';

/** The names of the columns, in order. */
export const CSV_COLUMNS: readonly string[] = ROW_COLUMNS.map(([name]) => name);

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before a leading `= + - @`, tab or carriage
 * return. For cells of text only; a negative coordinate stays the number it is.
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function write(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((cells) => cells.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell))),
    // A lone CR or LF must be quoted too; csv-stringify looks for the whole CRLF only.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { boolean: String, number: String } },
  );
}

/** The header line of incidents.csv. */
export function csvHeader(): string {
  return write([CSV_COLUMNS]);
}

/**
 * Lines of incidents.csv as RFC 4180 has them: CRLF, quotes doubled, UTF-8 without a byte order mark (which programs
 * other than Excel take for a part of the first column's name). Lists are joined by `|`.
 */
export function csvLines(rows: readonly IncidentRow[]): string {
  return write(rows.map((row) => ROW_COLUMNS.map(([, , value]) => value(row))));
}
