import type { Problem } from '../../problems/problem';
import { formatProblem } from '../errors/format-codes';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { RawBatch, RawRow, RawTable } from '../raw-table';
import type { TableShape } from '../table/table-shape';
import type { SheetRow } from './sheet-reader';
import { type SheetPart, sheetRows } from './sheet-rows';
import type { Sheet, Workbook } from './workbook';

/** Rows from which the header is found. */
const HEAD = 300;

/** The first rows of a sheet. */
export async function firstRows(parts: AsyncIterable<SheetPart>): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const { rows } of parts) {
    found.push(...rows.slice(0, HEAD - found.length));
    if (found.length === HEAD) break;
  }
  return found;
}

/** The rows of a sheet below its header, as cells of its columns. */
export function sheetTable(
  book: Workbook,
  sheet: Sheet,
  file: string,
  { columns, before }: TableShape,
  limits: ImportLimits,
): RawTable {
  const width = columns.length;
  const at = (line: number | null, column: number | null, value: string | null) => ({
    file,
    row: line,
    column: column === null ? null : (columns[column]?.name ?? `column ${column + 1}`),
    value,
  });

  const rowOf = (row: SheetRow, problems: Problem[]): RawRow => {
    const cells = row.cells.length > width ? row.cells.slice(0, width) : row.cells;
    const beyond = row.cells.findIndex((cell, column) => column >= width && cell !== '');
    if (beyond >= 0) {
      const reason = `the row has a cell in column ${beyond + 1}; the table has ${width} columns`;
      problems.push(formatProblem(at(row.line, beyond, row.cells[beyond]!), 'cell-beyond-header', reason));
    }
    for (const { at: column, value } of row.errors) {
      problems.push(
        formatProblem(at(row.line, column, value), 'error-cell', `the cell holds the error ${value}`),
      );
    }
    while (cells.length < width) cells.push('');
    return { line: row.line, cells };
  };

  async function* batches(signal?: AbortSignal): AsyncGenerator<RawBatch> {
    let [passed, count, last] = [0, 0, 0];
    for await (const { rows, bytes, torn } of sheetRows(book, sheet, file, signal)) {
      const problems: Problem[] = [];
      const below = rows.slice(Math.max(0, before - passed));
      passed += rows.length;
      count += below.length;
      last = rows.at(-1)?.line ?? last;
      if (count > limits.rows) throw formatError(file, 'over-limit', `it has more than ${limits.rows} rows`);
      const made = below.map((row) => rowOf(row, problems));
      if (torn !== null)
        problems.push(
          formatProblem(at(last + 1, null, null), 'truncated-file', `the sheet is torn: ${torn}`),
        );
      yield { rows: made, problems, bytes };
    }
  }
  return { file, columns, batches, size: sheet.source.size };
}
