import type { RawColumn } from '../../formats/raw-table';
import { nameWords } from '../../text/name-words';
import type { DateMapping, Mapping } from '../mapping';
import type { ColumnProfile } from '../survey/survey';

/** The columns of a table by the names that a layout gives them, whatever their case and signs. */
export interface LayoutColumns {
  readonly all: readonly ColumnProfile[];
  /** Whether all of some columns are there. */
  has(...names: readonly string[]): boolean;
  /** The first of some columns that is there, as the file names it; null where none is. */
  name(...names: readonly string[]): string | null;
  /** Those of some columns that are there. */
  names(...names: readonly string[]): readonly string[];
}

/** A published layout, known by its columns. Columns that older or newer editions lack are left out of the mapping. */
export interface Layout {
  /** Stable: `ucdp-ged`. */
  readonly id: string;
  /** For sentences: `UCDP GED`. */
  readonly name: string;
  fits(columns: LayoutColumns): boolean;
  /** The rule of the date is taken from its cells, so any will do here. */
  map(columns: LayoutColumns): LayoutMapping;
}

export type LayoutMapping = Partial<Omit<Mapping, 'date'>> & { readonly date: DateMapping };

/** By what a column is known, whatever the case and the signs of its name. */
export const keyOf = (name: string) =>
  nameWords(name.replace(/^(properties|attributes)[./]/, '')).replaceAll(' ', '');

/** Makes the columns of a table ready to be looked up; of two with one key, the first counts. */
export function layoutColumns(columns: readonly ColumnProfile[]): LayoutColumns {
  const byKey = new Map<string, string>();
  for (const { name } of columns) {
    const key = keyOf(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  const find = (name: string) => byKey.get(keyOf(name)) ?? null;
  return {
    all: columns,
    has: (...names) => names.every((name) => find(name) !== null),
    name: (...names) => names.map(find).find((name) => name !== null) ?? null,
    names: (...names) => names.map(find).filter((name) => name !== null),
  };
}

function bareProfile(column: RawColumn, at: number): ColumnProfile {
  const nothing = { filled: 0, values: [], distinct: 0, numbers: 0, least: null, greatest: null };
  return { ...column, at, ...nothing, rises: false, falls: false, dates: null, longest: 0, samples: [] };
}

/** The columns of a table of which only the names are known. */
export function namedColumns(columns: readonly RawColumn[]): LayoutColumns {
  return layoutColumns(columns.map(bareProfile));
}
