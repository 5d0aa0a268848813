import type { Problem } from '../../problems/problem';
import type { Incident, Series, SeriesMeta } from '../../series/model';
import type { Day } from '../../time/day';
import type { ImportCounts } from '../import-counts';

/** Where an import puts what it makes, a batch at a time, so that nothing need be held. */
export interface ImportSink {
  incidents(batch: readonly Incident[]): void | Promise<void>;
  problems(batch: readonly Problem[]): void | Promise<void>;
}

/** Everything of a series but its incidents. */
export type SeriesRest = Omit<Series, 'incidents'>;

/** What a build has made, apart from what went into its sink. */
export interface Built {
  readonly rest: SeriesRest;
  readonly counts: ImportCounts;
  /** First and last possible day of any incident whose date is known; null where there is none. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** Incidents by actor id, most first. */
  readonly actorCounts: readonly { readonly actor: string; readonly incidents: number }[];
}

/** What the series is called where the mapping does not say. */
export type MetaSeed = Pick<SeriesMeta, 'id' | 'title'>;
