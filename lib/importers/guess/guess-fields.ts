import { slugOf } from '../build/slug';
import { mappedColumns } from '../mapping/mapped-columns';
import type { FieldMapping, Mapping } from '../mapping/mapping';
import type { ColumnProfile } from '../survey/survey';
import { aggregateOf, kindOf, unitOf } from './field-kinds';
import { findSeparator } from './find-separator';
import { knownColumns } from './known-columns';

/** Signs that part values in a cell, and that values hardly have in them. */
const SEPARATORS: readonly (string | null)[] = ['|', ';', '\n'];

/** `Phase_of_flt` as it is read: `Phase of flt`. */
function labelOf(name: string): string {
  const words = name.replace(/[_.]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** An id for a field, which no other one has. */
function idOf(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name).text || 'field';
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug.slice(0, 55)}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function fieldOf(column: ColumnProfile, taken: ReadonlySet<string>): FieldMapping {
  const { kind } = kindOf(column);
  const sign = kind === 'category' ? findSeparator(column) : null;
  const isNumber = kind === 'number';
  return {
    column: column.name,
    id: idOf(column.name, taken),
    label: labelOf(column.name),
    kind,
    unit: isNumber ? unitOf(column) : null,
    aggregate: isNumber ? aggregateOf(column) : 'none',
    separator: SEPARATORS.includes(sign) ? sign : null,
    labels: {},
  };
}

/** Columns of dates of which a field of the model takes the day, and leaves the time of day. */
function hasTimes({ samples }: ColumnProfile): boolean {
  const times = samples.filter((text) => /\d[T\s]\d{1,2}:\d{2}/.test(text));
  return samples.length > 0 && times.length * 2 > samples.length;
}

/** The columns that nothing else of a mapping takes, and those of which it leaves something. */
function freeColumns(mapping: Mapping, columns: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const { fields: _, date, ...others } = mappedColumns(mapping);
  const taken = new Set(Object.values(others).flat());
  return columns.filter((column) => {
    if (column.filled === 0 || taken.has(column.name)) return false;
    return !date.includes(column.name) || hasTimes(column);
  });
}

/** The fields of the series' own that a file has beside what a mapping takes. */
export function guessFields(mapping: Mapping, columns: readonly ColumnProfile[]): readonly FieldMapping[] {
  const taken = new Set<string>();
  return freeColumns(mapping, knownColumns(columns)).map((column) => {
    const field = fieldOf(column, taken);
    taken.add(field.id);
    return field;
  });
}

/** A mapping that says which fields there are: its own, or all that the file has. */
export function withFields(mapping: Mapping, columns: readonly ColumnProfile[]): Mapping {
  return mapping.fields === null ? { ...mapping, fields: guessFields(mapping, columns) } : mapping;
}
