import { slugOf } from '../../../text/titles/slug';
import { type FieldGuess, fieldsOf } from '../../free-fields';
import type { FieldMapping, Mapping } from '../../mapping';
import type { KnownField } from '../../presets/fields/known-field';
import { knownFields, type NamedColumn } from '../../presets/fields/layout-fields';
import { layoutColumns } from '../../presets/layout';
import { ANNALS_LAYOUT, besideIn, LIST, numberColumns, ownFieldIn } from '../../presets/layouts/annals';
import { isMissing } from '../../survey/missing-words';
import type { ColumnProfile } from '../../survey/survey';
import { findSeparator } from '../columns/find-separator';
import { once } from '../columns/once';
import { aggregateOf, canBe, kindOf } from './field-kinds';
import { numbersOf } from './field-numbers';
import { knownColumns, withoutCells } from './known-columns';
import { literalsOf } from './literals';

/** Signs that part values in a cell, and that values hardly have in them. */
const SEPARATORS: readonly (string | null)[] = ['|', ';', '\n'];

/** An id for a field, which no other one has. */
function idOf(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name).text || 'field';
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug.slice(0, 55)}-${n}`;
    if (!taken.has(id)) return id;
  }
}

type Guessed = Omit<FieldMapping, 'id' | 'column'>;

/** A field by what its cells hold; with `isWhole` all of them are values. */
function byCells(column: ColumnProfile, isWhole: boolean): { readonly field: Guessed; readonly why: string } {
  const { kind, why, numbers } = kindOf(column, isWhole);
  const base = { label: labelOf(column.name), kind, separator: null, labels: {} };
  if (numbers === null) {
    const sign = kind === 'category' ? findSeparator(column) : null;
    const separator = SEPARATORS.includes(sign) ? sign : null;
    return { field: { ...base, unit: null, aggregate: 'none', separator }, why };
  }
  const { unit, decimals, unknown } = numbers;
  const added = aggregateOf(column, numbers);
  return {
    field: {
      ...base,
      unit,
      aggregate: added.aggregate,
      ...(unknown.length > 0 ? { unknown } : {}),
      ...(decimals === null ? {} : { decimals }),
    },
    why: `${why}; ${added.why}`,
  };
}

/** A field as its publisher describes it; where the cells are not what it says, they go before. */
function byCodebook(known: KnownField, column: ColumnProfile, guessed: Guessed): Guessed {
  const { label, kind, aggregate = 'none', separator = null, labels = {} } = known;
  const { description, unknown = [] } = known;
  const told = description === undefined ? {} : { description };
  if (!canBe(column, kind, unknown)) return { ...guessed, label, labels, ...told };
  const numbers = kind === 'number' ? numbersOf(column) : null;
  const decimals = numbers?.decimals ?? null;
  const unit = known.unit ?? numbers?.unit ?? null;
  return {
    ...{ label, kind, unit, aggregate, separator, labels, ...told },
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(decimals === null ? {} : { decimals }),
  };
}

/** Columns of dates of which a field of the model takes the day, and leaves the time of day. */
function hasTimes({ samples }: ColumnProfile): boolean {
  const times = samples.filter((text) => /\d[T\s]\d{1,2}:\d{2}/.test(text));
  const isMidnight = times.every((text) => /\d[T\s]0?0:00(?::00(?:\.0+)?)?(?!\S*[1-9])/.test(text));
  return times.length * 2 > samples.length && !isMidnight;
}

function guessOf(
  column: ColumnProfile,
  id: string,
  layout: NamedColumn | undefined,
  isWhole = false,
): Omit<FieldGuess, 'nothing'> {
  const { field, why } = byCells(column, isWhole);
  const made = layout?.kind === 'field' ? byCodebook(layout.field, column, field) : field;
  const isNamed = layout?.kind === 'field';
  const place =
    layout?.kind === 'repeats' ? 'repeats' : isNamed ? 'named' : hasTimes(column) ? 'timed' : 'rest';
  return {
    field: { column: column.name, id, ...made },
    why:
      layout?.kind === 'repeats'
        ? `it says in code what “${layout.column}” says`
        : isNamed
          ? 'has this meaning in its published layout'
          : why,
    place,
  };
}

const MOST_NOTHING = 5;

/** Texts of a column that usually say that nothing is known, at most five, and which of them are values. */
function nothingIn({ values }: ColumnProfile, literals: readonly string[]): FieldGuess['nothing'] {
  const texts = values.map(([text]) => text).filter(isMissing);
  return texts.slice(0, MOST_NOTHING).map((text) => ({ text, isValue: literals.includes(text) }));
}

/** Which fields stand first: those that a publisher's codebook names, in its order; what only machines use comes last. */
function rankOf(layout: NamedColumn | undefined): number {
  if (layout?.kind === 'field') return layout.at;
  return layout?.kind === 'last' ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER;
}

/** Whether a column of our own export is known to be none of a field; what somebody added to it is one. */
function isOfExport(name: string): boolean {
  return ownFieldIn(name) === null && besideIn(name) !== undefined;
}

/**
 * A column of our own export: its lists are joined by one sign, and what else may part a text is part of it. What is not known
 * is an empty cell there, so that words such as `unknown` are values.
 */
function asExported(column: ColumnProfile, id: string): FieldGuess {
  const guess = guessOf(column, id, undefined, true);
  const { field } = guess;
  return { ...guess, field: { ...field, separator: field.separator === LIST ? LIST : null }, nothing: [] };
}

/** What a program wrote into all cells of an export that were empty, such as the NA of R: it stands among numbers, too. */
function writtenForNothing(columns: readonly ColumnProfile[]): ReadonlySet<string> {
  const names = numberColumns(layoutColumns(columns));
  const texts = columns
    .filter(({ name }) => names.includes(name))
    .flatMap(({ values }) => values.map(([text]) => text));
  return new Set(texts.filter(isMissing));
}

function exportedGuesses(columns: readonly ColumnProfile[]): readonly FieldGuess[] {
  const taken = new Set<string>();
  const nothing = writtenForNothing(columns);
  return columns
    .map((column) => withoutCells(column, (text) => nothing.has(text)))
    .filter(({ filled, name }) => filled > 0 && !isOfExport(name))
    .map((column) => {
      const id = idOf(ownFieldIn(column.name) ?? column.name, taken);
      taken.add(id);
      return asExported(column, id);
    });
}

function makeGuesses(columns: readonly ColumnProfile[], layout: Mapping['layout']): readonly FieldGuess[] {
  const named = knownFields(columns, layout);
  const literals = literalsOf(columns);
  const asWritten = new Map(columns.map((column) => [column.name, column]));
  const taken = new Set<string>();
  const guesses = knownColumns(columns)
    .filter(({ filled }) => filled > 0)
    .map((column) => {
      const id = idOf(column.name, taken);
      taken.add(id);
      const of = named.get(column.name);
      const guess = guessOf(column, id, of);
      const literal = literals.get(column.name);
      const why = literal === undefined ? guess.why : `${guess.why}; ${literal.why}`;
      const nothing = nothingIn(asWritten.get(column.name) ?? column, literal?.texts ?? []);
      return { rank: rankOf(of), guess: { ...guess, why, nothing } };
    });
  const inOrder = guesses.toSorted((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  return toldApart(inOrder.map(({ guess }) => guess));
}

/** Columns whose names are read alike, as `Weapon` and `weapon`, are told apart by them: the same words would stand beside different numbers. */
function toldApart(guesses: readonly FieldGuess[]): readonly FieldGuess[] {
  const labels = new Set<string>();
  return guesses.map((guess) => {
    const { label, column } = guess.field;
    const isFirst = !labels.has(label.toLowerCase());
    labels.add(label.toLowerCase());
    return isFirst ? guess : { ...guess, field: { ...guess.field, label: `${label} (${column})` } };
  });
}

/** Guesses of a survey by layout: proposal, report and build ask for the same ones. */
const guessesOf = once(
  (_columns: readonly ColumnProfile[]) => new Map<string | null, readonly FieldGuess[]>(),
);

/** The field that each column with cells would be, whatever else reads it; ids are of the columns alone. */
export function guessFields(
  columns: readonly ColumnProfile[],
  layout: Mapping['layout'],
): readonly FieldGuess[] {
  const made = guessesOf(columns);
  const guesses =
    made.get(layout) ?? (layout === ANNALS_LAYOUT ? exportedGuesses(columns) : makeGuesses(columns, layout));
  made.set(layout, guesses);
  return guesses;
}

/** A mapping that says which fields there are: its own, or all that the file has. */
export function withFields(mapping: Mapping, columns: readonly ColumnProfile[]): Mapping {
  if (mapping.fields !== null) return mapping;
  return { ...mapping, fields: fieldsOf(mapping, guessFields(columns, mapping.layout)) };
}

/** Words that are written in one: `numMentions`, `AvgTone`, `isUSCitizen`. */
const JOINED = /\p{Ll}\p{Lu}/u;

function apart(word: string): string {
  if (!JOINED.test(word)) return word;
  const words = word
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ');
  return words.map((one) => (/^\p{Lu}+$/u.test(one) ? one : one.toLowerCase())).join(' ');
}

/** The name of a column as it is read: `Phase_of_flt` is `Phase of flt`, `numMentions` `Num mentions`; capitals stay. */
function labelOf(name: string): string {
  const spaced = name.replace(/[_.]+/g, ' ').replace(/\s+/g, ' ').trim();
  const words = spaced.split(' ').map(apart).join(' ');
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
