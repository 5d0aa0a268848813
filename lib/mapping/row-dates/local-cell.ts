import { rememberingTogether } from '../../dates/event-reader';
import { localDay } from '../../dates/local-day';
import type { RawColumn } from '../../formats/raw-table';
import { cellOf } from './cell-values';

/** The cell of a column of dates; where a column names the zone of each row, its day there. */
export function localCell(
  column: string,
  zone: string | undefined,
  columns: readonly RawColumn[],
): (cells: readonly string[]) => string {
  const cell = cellOf(column, columns);
  if (zone === undefined) return cell;
  const zoneCell = cellOf(zone, columns);
  const dayOf = rememberingTogether((text = '', name = '') => localDay(text, name));
  return (cells) => dayOf(cell(cells), zoneCell(cells));
}
