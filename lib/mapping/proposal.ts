import type { ReadingOption } from '../formats/reading';
import type { Problem } from '../problems/problem';
import type { ActorGroup, DateAside, Mapping, MappingField } from './mapping';

/** What the file does not settle and a reader must say. Each option is a change of the mapping or of the reading. */
export interface Question {
  /** Stable: `date-order`, `date-column`, `sheet`, `entry`, `encoding` … */
  readonly id: string;
  /** In words, with the column and samples: `Is 03/04/2021 the 3rd of April or the 4th of March?` */
  readonly text: string;
  readonly options: readonly QuestionOption[];
}

/** What is changed of a date whatever its columns are, so that it holds beside an answer that changes these. */
export type DateChange = Pick<DateAside, 'blank'>;

export interface QuestionOption extends Omit<ReadingOption, 'change'> {
  /** The change to make: the new values of some fields, another reading, or what stands beside the date. */
  readonly change:
    | { readonly mapping: Partial<Mapping> }
    | ReadingOption['change']
    | { readonly date: DateChange };
}

/** Why a field was mapped as it is. */
export interface FieldReason {
  readonly field: MappingField;
  readonly columns: readonly string[];
  /** In words: `named like a date, and 99 % of its cells are dates`. */
  readonly reason: string;
  /** The first distinct cells, at most five. */
  readonly samples: readonly string[];
  readonly certainty: 'certain' | 'likely' | 'guess';
}

/** Spellings that look like one actor, with how many rows have each; a proposal, applied by nobody but the reader. */
export interface ProposedGroup extends ActorGroup {
  readonly counts: readonly number[];
  /** In what they differ: `case`, `spacing`, `punctuation`, `acronym in brackets`. */
  readonly differ: readonly string[];
}

/** A guessed mapping with everything a reader needs to judge it. */
export interface Proposal {
  /** Null where the file is refused. */
  readonly mapping: Mapping | null;
  readonly reasons: readonly FieldReason[];
  /** Empty where the guess is certain enough to go on without a reader. */
  readonly questions: readonly Question[];
  readonly groups: readonly ProposedGroup[];
  /** Texts in actor columns that mean "unknown", with counts; they stand in `mapping.actorDecisions` already. */
  readonly placeholders: readonly { readonly text: string; readonly count: number }[];
  /** Why the file is no series of events. `no-date-column` can be overruled by choosing one. */
  readonly refusal: Problem | null;
}
