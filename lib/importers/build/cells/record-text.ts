import type { RawColumn } from '../../../formats/raw-table';
import { BETWEEN } from './cell-reader';

/** Between records, so that no cell can be taken for two. */
const AFTER = '\u001e';

const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/;

/**
 * A cell as every format writes it: without trailing zeros after a point, without midnight after a day, and with
 * `true` and `false` in lower case.
 */
export function sameCell(cell: string): string {
  const text = cell.trim();
  const last = text.charCodeAt(text.length - 1);
  if (text.length > 40) return text;
  if (last === 0x30 || last === 0x5a) {
    if (text.includes('.') && /^-?\d+\.\d*0$/.test(text)) return text.replace(/\.?0+$/, '');
    return text.includes(':') && /^-?\d{4}-\d\d-\d\d/.test(text) ? text.replace(MIDNIGHT, '') : text;
  }
  return (text.length === 4 || text.length === 5) && /^(?:true|false)$/i.test(text)
    ? text.toLowerCase()
    : text;
}

/**
 * The content of a row as one text: its cells that are not empty, each with its column's name, by name. It depends
 * neither on the order of columns nor on columns that are empty throughout.
 */
export function recordText(columns: readonly RawColumn[]): (cells: readonly string[]) => string {
  const order = columns
    .map(({ name }, at) => [name.normalize('NFC'), at] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return (cells) => {
    let text = '';
    for (const [name, at] of order) {
      const cell = cells[at] ?? '';
      if (cell !== '') text += name + BETWEEN + sameCell(cell) + AFTER;
    }
    return text.normalize('NFC');
  };
}

/** All cells in their order, for comparing rows of one file. */
export function rowText(cells: readonly string[]): string {
  return cells.join(AFTER);
}
