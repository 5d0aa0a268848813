import type { ListMapping } from '../../../mapping/mapping';
import { isMissing } from '../../../mapping/survey/missing-words';
import type { CellOf } from './cell-reader';

/** The members of a cell, trimmed, without empty ones and without a second of the same. */
export function splitCell(cell: string, separator: string | null): readonly string[] {
  if (cell === '') return [];
  const parts = separator === null || separator === '' ? [cell] : cell.split(separator);
  const members = parts.map((part) => part.trim()).filter((part) => part !== '');
  return members.length > 1 ? [...new Set(members)] : members;
}

/** Reads a list from its columns in their order, without a second of the same member, and without those that say nothing. */
export function listReader(
  mapping: ListMapping | null,
  cellOf: (name: string) => CellOf,
  split: (cell: string, separator: string | null) => readonly string[] = splitCell,
): (cells: readonly string[]) => readonly string[] {
  if (mapping === null) return () => NO_MEMBERS;
  const reads = mapping.columns.map((name) => cellOf(name));
  return (cells) => {
    const members: string[] = [];
    for (const read of reads) {
      const cell = read(cells);
      if (cell === '') continue;
      const parts = split(cell, mapping.separator);
      members.push(...(parts.length > 1 ? parts.filter((part) => !isMissing(part)) : parts));
    }
    if (members.length === 0) return NO_MEMBERS;
    return members.length > 1 ? [...new Set(members)] : members;
  };
}

const NO_MEMBERS: readonly string[] = [];
