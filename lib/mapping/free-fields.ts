import { KINDS } from '../series/field-kinds';
import { mappedColumns } from './mapped-columns';
import type { FieldMapping, Mapping } from './mapping';

/** The field that a column would be if it is kept, and why; whatever else reads the column. */
export interface FieldGuess {
  readonly field: FieldMapping;
  readonly why: string;
  /** Texts of the column that usually say that nothing is known, most first, and whether they are values here. */
  readonly nothing: readonly { readonly text: string; readonly isValue: boolean }[];
  /**
   * `rest`: kept where nothing else takes the column. `timed`: also where the date does, for that leaves the time of day.
   * `named`: whatever takes it, for its publisher's codebook says what it is. `repeats`: not kept, for another column of the
   * file says it in words.
   */
  readonly place: 'rest' | 'timed' | 'named' | 'repeats';
}

/** The guesses that may be kept beside what a mapping reads. */
export function freeGuesses(mapping: Mapping, guesses: readonly FieldGuess[]): readonly FieldGuess[] {
  const { fields: _, literals: __, date, ...others } = mappedColumns(mapping);
  const taken = new Set(Object.values(others).flat());
  const dated = new Set(date);
  return guesses.filter(({ field: { column }, place }) => {
    // What is a region of the series is not a field beside it, whatever a codebook calls the column.
    if (mapping.districts.includes(column)) return false;
    if (place === 'named' || place === 'repeats') return place === 'named';
    return !taken.has(column) && (place === 'timed' || !dated.has(column));
  });
}

/** The fields of the series' own that a mapping makes: those that it names, or all that are free. */
export function fieldsOf(mapping: Mapping, guesses: readonly FieldGuess[]): readonly FieldMapping[] {
  return mapping.fields ?? freeGuesses(mapping, guesses).map(({ field }) => field);
}

/**
 * A mapping after a change of what else it reads: where it names its fields, a column that is read for something else now is
 * none of them any more, and one that is free again is one.
 */
export function refitted(before: Mapping, after: Mapping, guesses: readonly FieldGuess[]): Mapping {
  const { fields } = after;
  if (fields === null || before.fields !== fields) return after;
  const columns = (mapping: Mapping) =>
    new Set(freeGuesses(mapping, guesses).map(({ field }) => field.column));
  const [were, are] = [columns(before), columns(after)];
  const named = new Set(fields.map(({ column }) => column));
  const freed = guesses.flatMap(({ field }) =>
    are.has(field.column) && !were.has(field.column) && !named.has(field.column) ? [field] : [],
  );
  const kept = fields.filter(({ column }) => !were.has(column) || are.has(column));
  return freed.length === 0 && kept.length === fields.length
    ? after
    : { ...after, fields: [...kept, ...freed] };
}

/** The fields after one column is dropped, or kept as a field that may be another than before. */
export function changedFields(
  mapping: Mapping,
  guesses: readonly FieldGuess[],
  column: string,
  field: FieldMapping | null,
): readonly FieldMapping[] {
  const fields = fieldsOf(mapping, guesses);
  if (field === null) return fields.filter((one) => one.column !== column);
  if (fields.some((one) => one.column === column))
    return fields.map((one) => (one.column === column ? field : one));
  const order = new Map(guesses.map((guess, at) => [guess.field.column, at]));
  const placeOf = (name: string) => order.get(name) ?? Number.POSITIVE_INFINITY;
  const next = fields.findIndex((one) => placeOf(one.column) > placeOf(column));
  return next < 0 ? [...fields, field] : fields.toSpliced(next, 0, field);
}

/** A field as another kind, with what only some kinds have as the guess has it. */
export function asKind(field: FieldMapping, kind: FieldMapping['kind'], guessed: FieldMapping): FieldMapping {
  const isNumber = kind === 'number';
  return {
    ...field,
    kind,
    unit: isNumber ? (field.unit ?? guessed.unit) : null,
    aggregate: isNumber && guessed.kind === 'number' ? guessed.aggregate : 'none',
    separator: KINDS[kind].several ? field.separator : null,
  };
}
