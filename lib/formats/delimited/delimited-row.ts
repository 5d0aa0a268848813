import type { Problem } from '../../problems/problem';
import type { FormatCode } from '../errors/format-codes';
import { formatProblem } from '../errors/format-codes';
import type { RawRow } from '../raw-table';
import type { DelimitedLayout } from './delimited-layout';
import type { TextRecord } from './record-reader';

/**
 * Makes a row of a record and adds what is wrong with it to `problems`; null where it cannot be used. `odd`: there may be
 * characters in it that are no text.
 */
export type ReadRow = (record: TextRecord, odd: boolean, problems: Problem[]) => RawRow | null;

const TORN = 'A quotation mark that opens on this line is never closed, or text follows where it closes.';

/** Reads the records of one text as rows of its columns. */
export function rowReader(file: string, { columns, named, delimiter }: DelimitedLayout): ReadRow {
  const width = columns.length;
  const at = (record: TextRecord, column: number | null, value: string, code: FormatCode, reason: string) =>
    formatProblem(
      { file, row: record.line, column: column === null ? null : (columns[column]?.name ?? null), value },
      code,
      reason,
    );

  const unusable = (record: TextRecord): Problem | null => {
    const { state, cells } = record;
    if (state === 'whole' && cells.length <= width) return null;
    const text = cells.join(delimiter);
    if (state === 'torn') return at(record, null, text, 'unclosed-quote', TORN);
    if (state === 'long') {
      return at(
        record,
        null,
        text,
        'too-long',
        'The line is longer than a record may be; it was passed over.',
      );
    }
    if (state === 'loose' && cells.length !== width) return at(record, null, text, 'unclosed-quote', TORN);
    if (state === 'unended' && cells.length < named) {
      const reason = `The file ends after ${cells.length} of ${width} cells.`;
      return at(record, null, text, 'truncated-file', reason);
    }
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
    if (extra.length === 0) return null;
    const reason = `The row has ${cells.length} cells, the table ${width} columns.`;
    return at(record, null, extra.join(delimiter), 'long-row', reason);
  };

  const mended = (record: TextRecord, problems: Problem[]): void => {
    const { state, cells } = record;
    if (cells.length < named) {
      const reason = `The row has ${cells.length} of ${width} cells; the others are taken as empty.`;
      problems.push(at(record, cells.length, '', 'short-row', reason));
    }
    if (state === 'loose') {
      const column = cells.findIndex((cell) => cell.includes('"'));
      const reason = 'Quotation marks inside the cell are not doubled; they are taken as they stand.';
      problems.push(at(record, column < 0 ? null : column, cells[column] ?? '', 'loose-quote', reason));
    }
    if (state === 'unended' && cells.length <= width) {
      const reason =
        'No line break ends the last line; if the file was cut off, its last cell may be incomplete.';
      problems.push(at(record, null, '', 'unended-line', reason));
    }
  };

  const padded = (cells: string[]): string[] => {
    if (cells.length > width) cells.length = width;
    while (cells.length < width) cells.push('');
    return cells;
  };

  /** Mends what is no text, in place. */
  const clean = (record: TextRecord, problems: Problem[]): void => {
    record.cells.forEach((cell, column) => {
      if (cell.includes('\ufffd')) {
        const reason = 'Some bytes of the cell are no text; they show as \ufffd.';
        problems.push(at(record, column, cell, 'broken-text', reason));
      }
      if (cell.includes('\0')) {
        const reason = 'The cell has NUL characters; they are left out.';
        record.cells[column] = cell.replaceAll('\0', '');
        problems.push(at(record, column, record.cells[column] ?? '', 'nul-character', reason));
      }
    });
  };

  return (record, odd, problems) => {
    const problem = unusable(record);
    if (problem !== null) {
      problems.push(problem);
      return null;
    }
    if (record.state !== 'whole' || record.cells.length !== width) mended(record, problems);
    if (odd) clean(record, problems);
    return { line: record.line, cells: padded(record.cells) };
  };
}
