import type { RawColumn } from '../../../formats/raw-table';
import type { Mapping } from '../../../mapping/mapping';
import { isMissing } from '../../../mapping/survey/missing-words';
import { type CellOf, cellOf } from './cell-reader';

/** A text that was taken to say nothing, and its column. */
export interface SaidNothing {
  readonly column: string;
  readonly text: string;
}

/** Reads cells of which those that say that nothing is known are empty, and remembers which texts those were. */
export interface KnownCells {
  /** Reads a column by its name, as {@link cellOf} does. */
  readonly of: (name: string | null) => CellOf;
  /** Every such text once for each column, by column and text; with those that were met in rows read apart. */
  readonly saidNothing: (apart?: readonly SaidNothing[]) => readonly SaidNothing[];
}

/** Opens the cells of a table. Texts that the mapping calls literal stand for themselves in their column. */
export function knownCells(
  columns: readonly RawColumn[],
  { literals }: Pick<Mapping, 'literals'>,
): KnownCells {
  const met = new Map<string, Set<string>>();
  const of = (name: string | null): CellOf => {
    const read = cellOf(columns, name);
    if (name === null) return read;
    const own = new Set(Object.hasOwn(literals, name) ? literals[name] : []);
    const nothing = met.get(name) ?? new Set<string>();
    met.set(name, nothing);
    return (cells) => {
      const text = read(cells);
      if (text === '' || !isMissing(text) || own.has(text)) return text;
      nothing.add(text);
      return '';
    };
  };
  const saidNothing = (apart: readonly SaidNothing[] = []) => {
    for (const { column, text } of apart) met.get(column)?.add(text);
    return [...met].flatMap(([column, texts]) => [...texts].sort().map((text) => ({ column, text })));
  };
  return { of, saidNothing };
}
