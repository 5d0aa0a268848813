import type { ExaminedTable, LocalSeries, Preview } from '@/lib/client/local/local-connection';
import type { ImportProgress } from '@/lib/formats/progress';
import type { ImportCounts } from '@/lib/importers/import-counts';
import { emptyMapping } from '@/lib/mapping/empty-mapping';
import { refitted } from '@/lib/mapping/free-fields';
import type { Mapping } from '@/lib/mapping/mapping';
import { shapeOf } from '@/lib/mapping/shape';
import type { Problem } from '@/lib/problems/problem';
import type { Answers } from '@/lib/query/plan/answers';

/** Dates that need no rule, such as 2024-03-22. */
const ISO: Mapping['date']['rule'] = { order: null, language: null, numbers: null, pivot: null };

/** A table whose columns are being told their meaning. */
export interface Drafting {
  readonly step: 'mapping';
  readonly file: File;
  readonly found: ExaminedTable;
  readonly draft: Mapping;
  /** The options chosen, by question. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Where the draft came from. */
  readonly origin: 'guess' | 'remembered' | 'loaded';
  /** A mapping kept for these columns that is not used unasked, and why; null where there is none. */
  readonly kept: { readonly mapping: Mapping; readonly reason: string } | null;
  readonly preview: Preview | null;
  /** Why the last preview failed; null where it did not. */
  readonly failure: string | null;
}

/** A Data Package, which says itself what it means. */
export interface Packaged {
  readonly step: 'package';
  readonly file: File;
  readonly title: string;
  readonly counts: ImportCounts;
}

/** How far a reader is on the way from a file to its dashboard. */
export type Opening =
  | { readonly step: 'idle'; readonly failure: string | null }
  | { readonly step: 'examining'; readonly file: File; readonly progress: ImportProgress | null }
  | { readonly step: 'refused'; readonly file: File; readonly problems: readonly Problem[] }
  | Drafting
  | Packaged
  | {
      readonly step: 'building';
      readonly from: Drafting | Packaged;
      readonly progress: ImportProgress | null;
    }
  | {
      readonly step: 'open';
      readonly from: Drafting | Packaged;
      /** The title that the reader gave; empty where none was given. */
      readonly title: string;
      readonly local: LocalSeries;
      readonly initial: Answers;
    };

/** The mapping to begin with: the guess, or for a file in which no date was found one that takes the first column. */
export function firstMapping(found: ExaminedTable): Mapping {
  if (found.mapping !== null) return found.mapping;
  const column = found.columns[0]?.name ?? '';
  const date = { kind: 'one', column, rule: ISO, precision: null } as const;
  return emptyMapping(date, shapeOf(found.columns), found.reading);
}

/** The questions that nobody has answered yet. A mapping that was saved has answered them. */
export function openQuestions({ found, chosen, origin }: Drafting): readonly string[] {
  if (origin !== 'guess') return [];
  return found.questions.flatMap(({ id }) => (chosen[id] === undefined ? [id] : []));
}

/**
 * Whether nothing of a file is left for its reader to decide, so that its dashboard can be shown at once: no question, no
 * refusal, no record that cannot be read, no spellings that may be one actor, no mapping that was set aside.
 */
export function isUnderstood(state: Opening): state is Drafting | Packaged {
  if (state.step === 'package') return true;
  if (state.step !== 'mapping' || state.origin !== 'guess') return state.step === 'mapping';
  const { mapping, refusal, groups, broken } = state.found;
  const isClear = mapping !== null && refusal === null && groups.length === 0 && broken === 0;
  return isClear && state.kept === null && openQuestions(state).length === 0;
}

/** A draft with a part of it changed; `chosen` are the options by which questions were answered. */
export function edited(
  state: Drafting,
  change: Partial<Mapping>,
  chosen: Readonly<Record<string, string>>,
): Drafting {
  const draft = refitted(state.draft, { ...state.draft, ...change }, state.found.fields);
  return { ...state, draft, chosen: { ...state.chosen, ...chosen } };
}

/** A draft with the mapping in its place that was kept for these columns. */
export function withKept(state: Drafting): Drafting {
  if (state.kept === null) return state;
  return { ...state, draft: state.kept.mapping, origin: 'remembered', kept: null };
}

/** A draft as it was guessed, with all questions open. */
export function asGuessed(state: Drafting): Drafting {
  return { ...state, draft: firstMapping(state.found), origin: 'guess', chosen: {} };
}

/** Nothing is chosen yet. */
export const IDLE: Opening = { step: 'idle', failure: null };

/** One step back. */
export function stepBack(state: Opening): Opening {
  return state.step === 'building' || state.step === 'open' ? state.from : IDLE;
}

/** Where a build that failed leads: to its mapping, or for a package to the beginning. */
export function afterFailure(from: Drafting | Packaged, failure: string): Opening {
  return from.step === 'mapping' ? { ...from, failure } : { step: 'idle', failure };
}
