import { type FieldGuess, fieldsOf } from '../../mapping/free-fields';
import { guessFields } from '../../mapping/guess/fields/guess-fields';
import { mappedColumns } from '../../mapping/mapped-columns';
import type { ActorMapping, FieldMapping, Mapping, MappingField } from '../../mapping/mapping';
import {
  ANNALS_LAYOUT,
  besideIn,
  changedParts,
  type ExportedPart,
} from '../../mapping/presets/layouts/annals';
import type { FieldReason } from '../../mapping/proposal';
import type { ColumnProfile } from '../../mapping/survey/survey';
import { KINDS } from '../../series/field-kinds';
import { AGGREGATE_WORDS } from '../../series/field-words';
import type { Relation } from '../../series/model';
import { codebookOf } from '../build/codebook';
import type { ColumnReport } from './column-report';

/** Why actors of a column are tied to incidents as they are: a figure by relation hangs on it. */
const RELATION_WHY: Readonly<Record<Relation, string>> = {
  claimed: 'the column says who said that they did it',
  attributed: 'the column says who did it, not that they said so themselves',
  suspected: 'the column names suspects',
  involved: 'the column says who took part, not who did it to whom',
};

function relationWords({ relation }: ActorMapping): string {
  if ('fixed' in relation) return `read as “${relation.fixed}”: ${RELATION_WHY[relation.fixed]}`;
  const all = [...new Set([...Object.values(relation.values), relation.otherwise])];
  return `read as ${all.map((one) => `“${one}”`).join(' or ')}, as the column “${relation.column}” says`;
}

/** The fields that read each column. */
function fieldsByColumn(mapping: Mapping): ReadonlyMap<string, readonly MappingField[]> {
  const found = new Map<string, MappingField[]>();
  for (const [field, columns] of Object.entries(mappedColumns(mapping)) as [MappingField, string[]][]) {
    for (const column of new Set(columns)) found.set(column, [...(found.get(column) ?? []), field]);
  }
  return found;
}

/** How a mapping came about: guessed, with a reason for each field, or said by somebody. */
export type MappingOrigin =
  | { readonly kind: 'guessed'; readonly reasons: readonly FieldReason[] }
  | { readonly kind: 'said' };

const SAID = 'as the mapping says';
const CERTAINTIES = ['guess', 'likely', 'certain'] as const;

/** The reasons of a guess for the fields that read a column. */
function reasonsFor(
  column: string,
  fields: readonly MappingField[],
  origin: MappingOrigin,
): readonly FieldReason[] {
  if (origin.kind === 'said') return [];
  return origin.reasons.filter((one) => fields.includes(one.field) && one.columns.includes(column));
}

function whyUsed(
  column: string,
  reasons: readonly FieldReason[],
  actors: readonly ActorMapping[],
): Pick<ColumnReport, 'why' | 'certainty'> {
  const given = reasons.length === 0 ? [SAID] : reasons.map(({ reason }) => reason);
  const ties = actors.filter((actor) => actor.column === column).map(relationWords);
  const certainty = CERTAINTIES.find((one) => reasons.some((reason) => reason.certainty === one)) ?? null;
  return { why: [...new Set([...given, ...ties])].join('; '), certainty };
}

/** What a column that nothing reads became: there is nothing in it, another says the same, or the mapping leaves it out. */
function leftOut({ name: column }: ColumnProfile, guess: FieldGuess | undefined): ColumnReport {
  const rest = { column, fields: [], certainty: null };
  if (guess === undefined)
    return { ...rest, outcome: 'empty', meaning: 'Nothing stands in it.', why: 'no filled cell was seen' };
  if (guess.place === 'repeats')
    return { ...rest, outcome: 'repeated', meaning: 'Left out, and nothing is lost.', why: guess.why };
  const why = 'the mapping names its fields, and not this one';
  return { ...rest, outcome: 'dropped', meaning: 'Left out.', why };
}

/** What is lost of the parts of an export that a mapping reads otherwise. */
const LOST_WITHOUT: Readonly<Partial<Record<ExportedPart, string>>> = {
  links: 'who claimed it, where and when, how certain a link is, who disputes it and by which sources',
  place: 'whether the geometry is another point',
};

/** A column of our own exports that is read with others, or need not be; null for every other. */
function besideExport(
  { name: column, filled }: ColumnProfile,
  changed: ReadonlySet<ExportedPart>,
): ColumnReport | null {
  const beside = filled === 0 ? undefined : besideIn(column);
  if (beside === undefined) return null;
  const { field, meaning, part } = beside;
  if (part !== null && changed.has(part)) {
    const without = `Left out: without it, ${LOST_WITHOUT[part] ?? 'what it says'} is lost.`;
    const rest = { column, fields: [], certainty: null };
    return {
      ...rest,
      outcome: 'dropped',
      meaning: without,
      why: 'the mapping was changed for what it belongs to',
    };
  }
  const why = 'has this meaning in Annals';
  return field === null
    ? {
        column,
        outcome: 'repeated',
        fields: [],
        meaning: `${meaning} Nothing is lost.`,
        why,
        certainty: 'certain',
      }
    : { column, outcome: 'used', fields: [field], meaning, why, certainty: 'certain' };
}

/** Why a column is a field of this kind: by its cells, or because the mapping says so. */
function whyKept(
  { field, why, nothing }: FieldGuess,
  mapping: Mapping,
): Pick<ColumnReport, 'why' | 'certainty'> {
  const { fields, date } = mapping;
  const literals = literalsIn(mapping, field.column);
  const isRead = nothing.every(({ text, isValue }) => literals.includes(text) === isValue);
  const checked = date.check === field.column ? '; the year of each date is checked by it' : '';
  const said = fields?.find(({ column }) => column === field.column);
  return isRead && (said === undefined || JSON.stringify(said) === JSON.stringify(field))
    ? { why: `${why}${checked}`, certainty: 'likely' }
    : { why: `${SAID}${checked}`, certainty: null };
}

/** The usual signs of "not known" that are values of a column. */
function literalsIn({ literals }: Mapping, column: string): readonly string[] {
  return Object.hasOwn(literals, column) ? (literals[column] ?? []) : [];
}

/** What a field of the series' own is: `Kept as the field “Damage”: numbers in USD, added up.` */
function fieldMeaning(field: FieldMapping, literals: readonly string[]): string {
  const { label, kind, unit, aggregate, separator, description, unknown = [] } = field;
  const added = kind === 'number' ? `, ${AGGREGATE_WORDS[aggregate]}` : '';
  const what = `${KINDS[kind].words}${unit === null ? '' : ` in ${unit}`}${added}`;
  return [
    `Kept as the field “${label}”: ${what}${separator === null ? '' : ', several in a cell'}.`,
    ...(description === undefined ? [] : [description]),
    ...(unknown.length === 0 ? [] : [`Not known: ${unknown.join(', ')}.`]),
    ...(literals.length === 0
      ? []
      : [`A value of its own: ${literals.map((one) => `“${one}”`).join(', ')}.`]),
  ].join(' ');
}

/**
 * What a mapping does with each column of a table, in the order of the table. The words of what a column means are those of
 * the codebook, so that a reader finds the same ones on the page of the series.
 */
export function reportColumns(
  columns: readonly ColumnProfile[],
  given: Mapping,
  origin: MappingOrigin,
): readonly ColumnReport[] {
  const guesses = guessFields(columns, given.layout);
  const mapping = { ...given, fields: fieldsOf(given, guesses) };
  const fields = fieldsByColumn(mapping);
  const own = new Map(mapping.fields.map((field) => [field.column, field]));
  const byColumn = new Map(guesses.map((guess) => [guess.field.column, guess]));
  const meanings = new Map(codebookOf(mapping).map(({ field, meaning }) => [field, meaning]));
  const changed = given.layout === ANNALS_LAYOUT ? changedParts(columns, given) : null;
  return columns.map((profile) => {
    const { name: column } = profile;
    const used = (fields.get(column) ?? []).filter((field) => field !== 'literals');
    const guess = byColumn.get(column);
    if (used.length === 0)
      return (changed !== null && besideExport(profile, changed)) || leftOut(profile, guess);
    const field = own.get(column);
    const reasons =
      field !== undefined && guess !== undefined && used.length === 1
        ? whyKept(guess, given)
        : whyUsed(column, reasonsFor(column, used, origin), mapping.actors);
    const meaning = [meanings.get(column), field && fieldMeaning(field, literalsIn(mapping, column))].filter(
      (part) => part !== undefined,
    );
    const outcome = used.some((one) => one !== 'fields') ? 'used' : 'kept';
    return { column, outcome, fields: used, meaning: meaning.join(' '), ...reasons };
  });
}
