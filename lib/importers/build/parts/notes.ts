import type { CellOf } from '../cells/cell-reader';

/** Reads notes: the text of one column as it is, those of several each after its column's name, a line apart. */
export function notesReader(
  names: readonly string[],
  cellOf: (name: string) => CellOf,
): (cells: readonly string[]) => string | null {
  const reads = names.map((name) => [name, cellOf(name)] as const);
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
