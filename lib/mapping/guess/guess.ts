import type { Mapping, MappingField } from '../mapping';
import type { FieldReason, Question } from '../proposal';
import type { ColumnProfile } from '../survey/survey';

/** A part of a mapping that was guessed, and why. `columns` of the reason are taken: no later guess uses them. */
export interface Guess {
  readonly change: Partial<Mapping>;
  readonly reason: FieldReason;
  /** What the file leaves open about it. */
  readonly question?: Question;
}

/** What a guess is made from: the columns that no guess has taken yet, and how many rows there are. */
export interface GuessInput {
  readonly rows: number;
  readonly free: readonly ColumnProfile[];
}

export type Guesser = (input: GuessInput) => readonly Guess[];

const MOST_SAMPLES = 5;
const MOST_CHARACTERS = 120;

/** The first distinct cells of some columns, at most five, each cut at 120 characters. */
export function samplesOf(columns: readonly ColumnProfile[]): readonly string[] {
  const [first] = columns;
  if (!first) return [];
  const texts = columns.length === 1 ? first.samples : columns.flatMap(({ samples }) => samples.slice(0, 2));
  return texts
    .slice(0, MOST_SAMPLES)
    .map((text) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text));
}

/** Puts a reason together. */
export function because(
  field: MappingField,
  columns: readonly ColumnProfile[],
  reason: string,
  certainty: FieldReason['certainty'],
): FieldReason {
  return { field, columns: columns.map(({ name }) => name), reason, samples: samplesOf(columns), certainty };
}
