import type { ActorId, RegionId, SourceId, TypeId } from '../../../series/model';
import { type IdTable, type IncidentIds, openIdTable, openIncidentIds } from '../tables/id-table';
import type { Tables } from '../tables/table';

/** The ids of every table that others refer to. */
export interface IdTables {
  readonly incidents: IncidentIds;
  readonly actors: IdTable<ActorId>;
  readonly types: IdTable<TypeId>;
  readonly regions: IdTable<RegionId>;
  readonly sources: IdTable<SourceId>;
}

/** Empty tables of ids: those of tables that the package has want every id declared. */
export function openIdTables(tables: Tables): IdTables {
  return {
    incidents: openIncidentIds(),
    actors: openIdTable('actors', tables.has('actors')),
    types: openIdTable('types', tables.has('types')),
    regions: openIdTable('regions', tables.has('regions')),
    sources: openIdTable('sources', tables.has('sources')),
  };
}
