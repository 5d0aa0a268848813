import type { RawColumn } from '../raw-table';

/**
 * Columns by the cells of the header, and by those of a row of HXL tags where there is one. A name is trimmed, its
 * blanks and line breaks are single blanks; a second of a name is `name (2)`, a column without one is `column 5`.
 */
export function nameColumns(header: readonly string[], hxl: readonly string[] | null): RawColumn[] {
  const taken = new Set<string>();
  const nextOf = new Map<string, number>();
  return header.map((cell, at) => {
    const wanted = cell.replace(/\s+/g, ' ').trim() || `column ${at + 1}`;
    let name = wanted;
    for (let next = nextOf.get(wanted) ?? 2; taken.has(name); next++) {
      name = `${wanted} (${next})`;
      nextOf.set(wanted, next + 1);
    }
    taken.add(name);
    return { name, hxl: hxl?.[at]?.trim() || null };
  });
}
