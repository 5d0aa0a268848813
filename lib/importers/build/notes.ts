import type { RawColumn } from '../formats/raw-table';
import { cellOf } from './cell-reader';

/** Reads notes: the text of one column as it is, those of several each after its column's name, a line apart. */
export function notesReader(
  columns: readonly RawColumn[],
  names: readonly string[],
): (cells: readonly string[]) => string | null {
  const reads = names.map((name) => [name, cellOf(columns, name)] as const);
  const [only] = reads;
  if (only === undefined) return () => null;
  if (reads.length === 1) return (cells) => only[1](cells) || null;
  return (cells) => {
    let text = '';
    for (const [name, read] of reads) {
      const cell = read(cells);
      if (cell !== '') text += `${text === '' ? '' : '\n'}${name}: ${cell}`;
    }
    return text || null;
  };
}
