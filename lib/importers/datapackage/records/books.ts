import type { ActorId, IncidentId, RegionId, SourceId, TypeId } from '../../../series/model';
import { type IdBook, openBook } from '../tables/id-book';
import type { Tables } from '../tables/table';

/** The ids of every table that others refer to. */
export interface Books {
  readonly incidents: IdBook<IncidentId>;
  readonly actors: IdBook<ActorId>;
  readonly types: IdBook<TypeId>;
  readonly regions: IdBook<RegionId>;
  readonly sources: IdBook<SourceId>;
}

/** Empty books: those of tables that the package has want every id declared. */
export function openBooks(tables: Tables): Books {
  return {
    incidents: openBook('incidents', true),
    actors: openBook('actors', tables.has('actors')),
    types: openBook('types', tables.has('types')),
    regions: openBook('regions', tables.has('regions')),
    sources: openBook('sources', tables.has('sources')),
  };
}
