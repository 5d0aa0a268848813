import type { ImportCounts } from '../../importers/import-counts';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import type { DatasetId, Series, SeriesGuide, Source } from '../../series/model';
import type { ReadEarlier } from '../../store/publish/earlier-packages';
import type { CardFigures } from './card';

/** One revision as the log of its dataset has it. */
export interface Published {
  /** The full hash. */
  readonly revision: string;
  /** The day it was first published here, `YYYY-MM-DD` in UTC. It stays where somebody goes back to it. */
  readonly published: string;
}

/** One publication of a dataset. A revision stands again where somebody went back to it. */
export interface Publication extends Published {
  /** When it was published, ISO 8601 in UTC. */
  readonly time: string;
  readonly incidents: number;
}

/** What a prefix of a revision's hash names. */
export type Resolution =
  | ({ readonly kind: 'found' } & Published)
  | { readonly kind: 'unknown' }
  /** Taken out of the store on a day, `YYYY-MM-DD` in UTC, for a reason. */
  | { readonly kind: 'removed'; readonly removed: string; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly count: number };

/** The parts of a revision that are read before anything is asked. */
export interface RevisionParts {
  readonly guide: SeriesGuide;
  readonly incidents: number;
  readonly sources: readonly Source[];
  /** What its import left out, and what it only warns of. */
  readonly problems: readonly Problem[];
  /** What became of the columns of its file; null where nobody wrote it down. */
  readonly columns: readonly ColumnReport[] | null;
  readonly engine: Engine;
  /** Bytes that the engine comes to take in memory: an estimate, for those that are open together are bounded. */
  readonly bytes: number;
}

/** What the catalogue needs of a store. Everything may throw a {@link DamagedError}. */
export interface SeriesStore {
  /** Every dataset that has a folder, readable or not. */
  datasets(): Promise<readonly DatasetId[]>;
  /** Ends what a process that was killed left half done. */
  settle(id: DatasetId): Promise<void>;
  /** Revisions that lie in the store and that no log names: the newest may be among them. */
  unlogged(id: DatasetId): Promise<readonly Problem[]>;
  /** Null where nothing has been published. */
  current(id: DatasetId): Promise<Published | null>;
  resolve(id: DatasetId, prefix: string): Promise<Resolution>;
  /** The publications that stand, oldest first. */
  history(id: DatasetId): Promise<readonly Publication[]>;
  /** Makes the series the current revision of its dataset; gives the full hash. */
  publish(series: Series, problems: readonly Problem[], counts?: Partial<ImportCounts>): Promise<string>;
  /** Keeps an earlier revision before all others, unless it is here or was removed; the current one stays. */
  publishEarlier(earlier: ReadEarlier): Promise<'published' | 'known' | 'removed'>;
  open(id: DatasetId, revision: string): Promise<RevisionParts>;
  /** The card of a revision, where one was kept since its files last changed and by code that would make the same. */
  readCard(id: DatasetId, revision: string): Promise<CardFigures | null>;
  /** Keeps the card of a revision beside it; a store that may not be written keeps none. */
  keepCard(id: DatasetId, revision: string, card: CardFigures): Promise<void>;
}

/** Data that cannot be used, with what is wrong and where. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], cause?: unknown) {
    super(problems[0]?.reason ?? 'The data cannot be read.', { cause });
    this.problems = problems;
  }
}

/**
 * Whether an error tells of damage. By its name, not its class: Next loads this module once for pages and once for
 * routes, and the catalogue that both share comes from one of them.
 */
export function isDamage(error: unknown): error is DamagedError {
  return error instanceof Error && error.name === 'DamagedError' && 'problems' in error;
}

/** What any failure says about the data; an unforeseen one is told in general and goes to the log. */
export function problemsOf(error: unknown, file: string): readonly Problem[] {
  if (isDamage(error)) return error.problems;
  console.error(error);
  const reason = 'could not be read; the log of the server says more';
  return [{ file, row: null, column: null, value: null, code: 'damaged-revision', reason }];
}
