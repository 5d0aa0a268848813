import type { ImportLimits } from '../limits';
import type { RawBatch, RawColumn, RawTable } from '../raw-table';
import { nameColumns } from '../table/name-columns';
import type { TableShape } from '../table/table-shape';
import { sheetTable } from './sheet-table';
import type { Sheet, Workbook } from './workbook';

/** What a reader says to have all sheets of one shape as one table; a sheet of that name goes before. */
export const ALL_SHEETS = 'all';
/** The column that says from which sheet a row comes. */
const SHEET = 'sheet';

/** A sheet and where its table lies. */
export interface ShapedSheet {
  readonly sheet: Sheet;
  readonly shape: TableShape;
}

/** The share of the names that two sheets of one shape have in common. */
const ALIKE = 0.8;

/** Whether two tables have the same columns, but for a few. */
export function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(b);
  const shared = a.filter((name) => names.has(name)).length;
  return shared >= 2 && shared >= Math.max(a.length, b.length) * ALIKE;
}

/** The columns of all sheets, in the order in which they first come, and behind them that of the sheets' names. */
function columnsOf(sheets: readonly ShapedSheet[]): readonly RawColumn[] {
  const byName = new Map<string, RawColumn>();
  for (const { shape } of sheets)
    for (const column of shape.columns) if (!byName.has(column.name)) byName.set(column.name, column);
  const columns = [...byName.values()];
  const named = nameColumns([...columns.map(({ name }) => name), SHEET], null);
  return [...columns, { name: named.at(-1)?.name ?? SHEET, hxl: null }];
}

/** Several sheets below one another as one table; each row says of which sheet it is. */
export function allSheets(
  book: Workbook,
  sheets: readonly ShapedSheet[],
  file: string,
  limits: ImportLimits,
): RawTable {
  const columns = columnsOf(sheets);
  const placeOf = new Map(columns.map(({ name }, at) => [name, at]));

  async function* batches(signal?: AbortSignal): AsyncGenerator<RawBatch> {
    let before = 0;
    for (const { sheet, shape } of sheets) {
      const place = `${file}/${sheet.name}`;
      const places = shape.columns.map(({ name }) => placeOf.get(name) ?? 0);
      for await (const batch of sheetTable(book, sheet, place, shape, limits).batches(signal)) {
        const rows = batch.rows.map(({ line, cells }) => {
          const all = new Array<string>(columns.length).fill('');
          cells.forEach((cell, at) => {
            all[places[at] ?? 0] = cell;
          });
          all[columns.length - 1] = sheet.name;
          return { line, cells: all, file: place };
        });
        yield { ...batch, rows, bytes: before + batch.bytes };
      }
      before += sheet.source.size;
    }
  }
  return { file, columns, batches, size: sheets.reduce((sum, { sheet }) => sum + sheet.source.size, 0) };
}
