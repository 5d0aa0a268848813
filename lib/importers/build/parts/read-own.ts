import { dayIn, flagIn, quantityIn } from '../../../mapping/cells/own-cell';
import { unitNamed } from '../../../mapping/cells/units';
import type { DecimalSign, FieldMapping } from '../../../mapping/mapping';
import { KINDS } from '../../../series/field-kinds';
import type { OwnField, OwnValue, OwnValues } from '../../../series/fields';
import { type CellProblem, type Found, NO_PROBLEMS } from '../cells/cell-problem';
import type { CellOf } from '../cells/cell-reader';
import { rememberedText } from '../cells/memo';
import { splitCell } from '../cells/split-cell';

/** The fields of the series' own that a mapping makes. */
export function ownFields(fields: readonly FieldMapping[]): readonly OwnField[] {
  return fields.map(({ id, label, kind, unit, aggregate, column, separator, description = null }) => ({
    ...{ id, label, kind, unit, aggregate, column, description },
    many: separator !== null && KINDS[kind].several,
  }));
}

/** Reads the cells of a field. */
interface CellReader {
  /** The value of a cell; null where it is none. */
  readonly read: (cell: string) => OwnValue | null;
  /** What the field holds, which a cell that was refused is not. */
  readonly wanted: (cell: string) => string;
}

function numberReader({ unit, decimals }: FieldMapping, ofFile: DecimalSign): CellReader {
  const wanted = unit === null ? null : unitNamed(unit);
  const sign = decimals ?? ofFile;
  return {
    read: rememberedText((cell) => {
      const found = quantityIn(cell, sign);
      if (found === null) return null;
      return wanted !== null && found.unit !== null && found.unit !== wanted ? null : found.number;
    }),
    wanted(cell) {
      const found = quantityIn(cell, sign);
      return found === null ? 'a number' : `numbers in ${unit}, and no ${found.unit}`;
    },
  };
}

/** A reader that takes every cell. */
const anything = (read: CellReader['read']): CellReader => ({ read, wanted: () => '' });

function readerOf(field: FieldMapping, ofFile: DecimalSign): CellReader {
  const { kind, separator, labels } = field;
  if (kind === 'number') return numberReader(field, ofFile);
  if (kind === 'flag') return { read: rememberedText(flagIn), wanted: () => 'yes or no' };
  if (kind === 'day') return { read: rememberedText(dayIn), wanted: () => 'a day' };
  const named = (text: string) => (Object.hasOwn(labels, text) ? (labels[text] ?? text) : text);
  if (separator !== null)
    return anything(rememberedText((cell) => [...new Set(splitCell(cell, separator).map(named))]));
  return anything(Object.keys(labels).length === 0 ? (cell) => cell : named);
}

/** Shared by all rows of which own fields say nothing. */
const NOTHING: OwnValues = {};
const NOTHING_FOUND: Found<OwnValues> = { value: NOTHING, problems: NO_PROBLEMS };

/** Sets of fields that rows state together, of which so many are known at most. */
const MOST_SHAPES = 200;

/**
 * Makes objects of the values that a row states, of a list in which null stands for none. Objects made key by key turn into
 * hash tables in the engine, of ten times the size; so a bare one of the same keys is copied.
 */
function shapedValues(ids: readonly string[]): (found: readonly (OwnValue | null)[]) => OwnValues {
  const shapes = new Map<string, OwnValues>();
  const stated = new Uint8Array(ids.length);
  let shape: OwnValues | null = null;
  const look = (found: readonly (OwnValue | null)[]): void => {
    for (let at = 0; at < ids.length; at++) stated[at] = found[at] === null ? 0 : 1;
    const name = stated.join('');
    shape = shapes.get(name) ?? null;
    if (shape !== null || shapes.size === MOST_SHAPES) return;
    shape = JSON.parse(
      JSON.stringify(Object.fromEntries(ids.flatMap((id, at) => (stated[at] ? [[id, '']] : [])))),
    );
    shapes.set(name, shape!);
  };
  const isSame = (found: readonly (OwnValue | null)[]): boolean => {
    for (let at = 0; at < ids.length; at++) if ((found[at] === null) === (stated[at] === 1)) return false;
    return shapes.size > 0;
  };
  return (found) => {
    if (!isSame(found)) look(found);
    const value: Record<string, OwnValue> = { ...shape };
    for (let at = 0; at < ids.length; at++) if (stated[at] === 1) value[ids[at]!] = found[at]!;
    return value;
  };
}

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
    ...readerOf(field, ofFile),
    unknown: field.unknown?.length ? new Set(field.unknown) : null,
  }));
  const shaped = shapedValues(fields.map(({ id }) => id));
  const all: (OwnValue | null)[] = fields.map(() => null);
  return (cells) => {
    const problems: CellProblem[] = [];
    for (let at = 0; at < reads.length; at++) {
      const { field, cell, read, wanted, unknown } = reads[at]!;
      const text = cell(cells);
      all[at] = null;
      if (text === '' || unknown?.has(text)) continue;
      const found = read(text);
      if (found !== null) all[at] = found;
      else {
        const reason = `the field “${field.label}” holds ${wanted(text)}`;
        problems.push({ code: 'not-of-its-kind', column: field.column, value: text, reason });
      }
    }
    return { value: shaped(all), problems: problems.length === 0 ? NO_PROBLEMS : problems };
  };
}
