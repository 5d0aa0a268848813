import type { OwnField, OwnValue, OwnValues } from '../../series/fields';
import type { FieldMapping } from '../mapping/mapping';
import type { CellOf } from './cell-reader';
import { dayIn, flagIn, numberIn } from './own-cell';
import { splitCell } from './split-cell';
import { type Found, NO_TROUBLES, type Trouble } from './trouble';

/** The fields of the series' own that a mapping makes. */
export function ownFields(fields: readonly FieldMapping[]): readonly OwnField[] {
  return fields.map(({ id, label, kind, unit, aggregate, column, separator }) => ({
    ...{ id, label, kind, unit, aggregate, column },
    many: separator !== null && (kind === 'category' || kind === 'text' || kind === 'address'),
    description: null,
  }));
}

const WANTED = { number: 'a number', flag: 'yes or no', day: 'a day' } as const;

type Read = (cell: string) => OwnValue | null;

function readerOf({ kind, separator, labels }: FieldMapping): Read {
  if (kind === 'number') return numberIn;
  if (kind === 'flag') return flagIn;
  if (kind === 'day') return dayIn;
  const named = (text: string) => (Object.hasOwn(labels, text) ? (labels[text] ?? text) : text);
  if (separator === null) return named;
  return (cell) => [...new Set(splitCell(cell, separator).map(named))];
}

/** Shared by all rows of which own fields say nothing. */
const NOTHING: OwnValues = {};
const NOTHING_FOUND: Found<OwnValues> = { value: NOTHING, troubles: NO_TROUBLES };

/** Reads the own fields of a row; a cell that is not what its field holds is told, and left out. */
export function ownReader(
  fields: readonly FieldMapping[],
  cellOf: (name: string) => CellOf,
): (cells: readonly string[]) => Found<OwnValues> {
  if (fields.length === 0) return () => NOTHING_FOUND;
  const reads = fields.map((field) => ({ field, cell: cellOf(field.column), read: readerOf(field) }));
  return (cells) => {
    const value: Record<string, OwnValue> = {};
    const troubles: Trouble[] = [];
    for (const { field, cell, read } of reads) {
      const text = cell(cells);
      if (text === '') continue;
      const found = read(text);
      if (found !== null) value[field.id] = found;
      else {
        const wanted = WANTED[field.kind as keyof typeof WANTED];
        const reason = `the field “${field.label}” holds ${wanted}`;
        troubles.push({ code: 'not-of-its-kind', column: field.column, value: text, reason });
      }
    }
    return { value, troubles: troubles.length === 0 ? NO_TROUBLES : troubles };
  };
}
