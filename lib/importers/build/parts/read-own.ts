import { dayIn, flagIn, quantityIn } from '../../../mapping/cells/own-cell';
import { unitNamed } from '../../../mapping/cells/units';
import type { DecimalSign, FieldMapping } from '../../../mapping/mapping';
import { KINDS } from '../../../series/field-kinds';
import type { OwnField, OwnValue, OwnValues } from '../../../series/fields';
import { type CellProblem, type Found, NO_PROBLEMS } from '../cells/cell-problem';
import type { CellOf } from '../cells/cell-reader';
import { splitCell } from '../cells/split-cell';

/** The fields of the series' own that a mapping makes. */
export function ownFields(fields: readonly FieldMapping[]): readonly OwnField[] {
  return fields.map(({ id, label, kind, unit, aggregate, column, separator, description = null }) => ({
    ...{ id, label, kind, unit, aggregate, column, description },
    many: separator !== null && KINDS[kind].several,
  }));
}

const WANTED = { flag: 'yes or no', day: 'a day' } as const;

/** A value of a field, or why a cell is none. */
type Outcome = { readonly value: OwnValue } | { readonly wanted: string };
type Read = (cell: string) => Outcome;

function numberReader({ unit, decimals }: FieldMapping, ofFile: DecimalSign): Read {
  const wanted = unit === null ? null : unitNamed(unit);
  return (cell) => {
    const found = quantityIn(cell, decimals ?? ofFile);
    if (found === null) return { wanted: 'a number' };
    const isOther = wanted !== null && found.unit !== null && found.unit !== wanted;
    return isOther ? { wanted: `numbers in ${unit}, and no ${found.unit}` } : { value: found.number };
  };
}

function readerOf(field: FieldMapping, ofFile: DecimalSign): Read {
  const { kind, separator, labels } = field;
  if (kind === 'number') return numberReader(field, ofFile);
  if (kind === 'flag' || kind === 'day') {
    const read: (cell: string) => OwnValue | null = kind === 'flag' ? flagIn : dayIn;
    return (cell) => {
      const value = read(cell);
      return value === null ? { wanted: WANTED[kind] } : { value };
    };
  }
  const named = (text: string) => (Object.hasOwn(labels, text) ? (labels[text] ?? text) : text);
  if (separator === null) return (cell) => ({ value: named(cell) });
  return (cell) => ({ value: [...new Set(splitCell(cell, separator).map(named))] });
}

/** Shared by all rows of which own fields say nothing. */
const NOTHING: OwnValues = {};
const NOTHING_FOUND: Found<OwnValues> = { value: NOTHING, problems: NO_PROBLEMS };

/**
 * Reads the own fields of a row; a cell that is not what its field holds is told, and left out. Decimals are parted by the
 * sign of the file where a field does not say another.
 */
export function ownReader(
  fields: readonly FieldMapping[],
  ofFile: DecimalSign,
  cellOf: (name: string) => CellOf,
): (cells: readonly string[]) => Found<OwnValues> {
  if (fields.length === 0) return () => NOTHING_FOUND;
  const reads = fields.map((field) => ({
    field,
    cell: cellOf(field.column),
    read: readerOf(field, ofFile),
    unknown: new Set(field.unknown ?? []),
  }));
  return (cells) => {
    const value: Record<string, OwnValue> = {};
    const problems: CellProblem[] = [];
    for (const { field, cell, read, unknown } of reads) {
      const text = cell(cells);
      if (text === '' || unknown.has(text)) continue;
      const found = read(text);
      if ('value' in found) value[field.id] = found.value;
      else {
        const reason = `the field “${field.label}” holds ${found.wanted}`;
        problems.push({ code: 'not-of-its-kind', column: field.column, value: text, reason });
      }
    }
    return { value, problems: problems.length === 0 ? NO_PROBLEMS : problems };
  };
}
