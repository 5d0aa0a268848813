import type { RawColumn } from '../formats/raw-table';
import type { ListMapping } from '../mapping/mapping';
import { cellOf } from './cell-reader';

/** The members of a cell, trimmed, without empty ones and without a second of the same. */
export function splitCell(cell: string, separator: string | null): readonly string[] {
  if (cell === '') return [];
  const parts = separator === null || separator === '' ? [cell] : cell.split(separator);
  const members = parts.map((part) => part.trim()).filter((part) => part !== '');
  return members.length > 1 ? [...new Set(members)] : members;
}

/** Reads a list from its columns in their order, without a second of the same member. */
export function listReader(
  columns: readonly RawColumn[],
  mapping: ListMapping | null,
): (cells: readonly string[]) => readonly string[] {
  if (mapping === null) return () => NO_MEMBERS;
  const reads = mapping.columns.map((name) => cellOf(columns, name));
  return (cells) => {
    const members: string[] = [];
    for (const read of reads) {
      const cell = read(cells);
      if (cell !== '') members.push(...splitCell(cell, mapping.separator));
    }
    if (members.length === 0) return NO_MEMBERS;
    return members.length > 1 ? [...new Set(members)] : members;
  };
}

const NO_MEMBERS: readonly string[] = [];
