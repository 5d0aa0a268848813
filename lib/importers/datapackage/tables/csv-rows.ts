import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** One record of a CSV text. `line` is the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records of a CSV text, or the line of the record in which a quotation mark is torn. */
export type CsvReading =
  | { readonly kind: 'records'; readonly records: readonly CsvRecord[] }
  | { readonly kind: 'torn'; readonly line: number; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that opens here is never closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that is not quoted',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark',
};

function count(cells: readonly string[], mark: string): number {
  return cells.reduce((sum, cell) => sum + (cell.includes(mark) ? cell.split(mark).length - 1 : 0), 0);
}

/**
 * Reads CSV as RFC 4180 has it: commas, quotes doubled inside quotes, LF or CRLF. A byte order mark is passed over and
 * so are empty lines. csv-parse in its build for browsers, which runs in Node as well.
 */
export function readCsv(text: string): CsvReading {
  const records: CsvRecord[] = [];
  let ended = 0;
  // csv-parse counts a carriage return inside a cell as a line of its own.
  let returns = 0;
  const keep = (cells: string[], { lines }: { lines: number }) => {
    returns += count(cells, '\r');
    ended = lines - returns;
    records.push({ line: ended - count(cells, '\n'), cells });
    return null;
  };
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\n', '\r\n'],
      on_record: keep,
    });
    return { kind: 'records', records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [reason, torn] = [REASONS[error.code], text.split('\n').slice(ended)];
    const line = ended + 1 + torn.findIndex((one) => one.trim() !== '');
    return { kind: 'torn', line, reason: reason ?? error.message };
  }
}
