import type { OwnField } from '../../../series/fields';
import type { Incident, IncidentId, Series, Source } from '../../../series/model';
import { rootRegions } from '../../../series/places/region-tree';
import type { DaySpan } from '../../../time/day';
import type { Dialect } from '../dialect';
import type { SqlRow, Statement } from '../statement';

/** Runs one statement. */
export type Ask = (statement: Statement) => Promise<readonly SqlRow[]>;

/** Whole records, for answers that hold them. Incidents go by number, which is also their order by date. */
export interface Records {
  /** The incidents of some numbers, in the order asked. */
  at(numbers: readonly number[], ask: Ask): Promise<readonly Incident[]>;
  /** Null for an id that no incident has. */
  numberOf(id: IncidentId, ask: Ask): Promise<number | null>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The own fields of the series. */
  readonly fields: readonly OwnField[];
  /** The ids of the regions that lie in no other. */
  readonly rootRegions: readonly string[];
  /** The days that any incident may have begun on; null where there is none. */
  readonly extent: DaySpan | null;
}

/** A database with the tables `incidents` and `links` of a series. */
export interface Database {
  readonly dialect: Dialect;
  readonly ask: Ask;
  readonly records: Records;
}

/** Records that are held as they are; `incidents` in order of date. */
export function memoryRecords(
  incidents: readonly Incident[],
  { sources, fields, regions }: Pick<Series, 'sources' | 'fields' | 'regions'>,
  extent: DaySpan | null,
): Records {
  const numbers = new Map(incidents.map(({ id }, n) => [id, n]));
  return {
    at: async (wanted) => wanted.map((n) => incidents[n]!),
    numberOf: async (id) => numbers.get(id) ?? null,
    sources: new Map(sources.map((source) => [source.id, source])),
    fields,
    rootRegions: rootRegions(regions),
    extent,
  };
}
