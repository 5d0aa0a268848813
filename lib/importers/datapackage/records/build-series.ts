import type { Problem } from '../../../problems/problem';
import { findCycle } from '../../../series/hierarchy';
import type { ActorRelation, Series, SeriesMeta } from '../../../series/model';
import { problemAt } from '../../import-codes';
import type { Tables } from '../tables/table';
import { actorsFromIds, buildActors, buildRelations } from './build-actors';
import { buildAnnotations, buildCoverageNotes, buildNamedViews, buildReferenceCounts } from './build-context';
import type { OwnColumn } from './build-fields';
import { buildIncidents, withLinks } from './build-incidents';
import { buildLinks } from './build-links';
import {
  buildRegions,
  buildSources,
  buildTypes,
  regionsFromIds,
  sourcesFromIds,
  typesFromIds,
} from './build-lists';
import { openIdTables } from './id-tables';

/**
 * Builds the series from tables whose schema holds. What is referred to comes before what refers to it, so a row
 * that falls takes with it, each with a problem of its own, the rows that need it.
 */
export function buildSeries(
  meta: SeriesMeta,
  own: readonly OwnColumn[],
  tables: Tables,
): { series: Series; problems: Problem[] } {
  const problems: Problem[] = [];
  const idTables = openIdTables(tables);
  const types = buildTypes(tables, idTables, problems);
  const regions = buildRegions(tables, idTables, problems);
  const sources = buildSources(tables, idTables, problems);
  const actors = buildActors(tables, idTables, problems);
  const actorRelations = buildRelations(tables, idTables, problems);
  const bare = buildIncidents(tables, idTables, own, problems);
  const incidents = withLinks(bare, buildLinks(tables, idTables, problems));
  const coverageNotes = buildCoverageNotes(tables, idTables, problems);
  const annotations = buildAnnotations(tables, idTables, problems);
  const referenceCounts = buildReferenceCounts(tables, idTables, problems);
  const namedViews = buildNamedViews(tables, problems);
  problems.push(...checkRelations(actorRelations, tables.get('actor_relations')?.rows[0]?.file ?? ''));
  return {
    problems,
    series: {
      meta,
      fields: own.map(({ field }) => field),
      incidents,
      actors: idTables.actors.declared ? actors : actorsFromIds(idTables),
      actorRelations,
      types: idTables.types.declared ? types : typesFromIds(idTables),
      regions: idTables.regions.declared ? regions : regionsFromIds(idTables),
      sources: idTables.sources.declared ? sources : sourcesFromIds(idTables),
      coverageNotes,
      annotations,
      referenceCounts,
      namedViews,
    },
  };
}

/** A circle of `part` relations as a problem of the whole table: no parent could be counted. */
function checkRelations(relations: readonly ActorRelation[], file: string): Problem[] {
  const cycle = findCycle(relations);
  if (!cycle) return [];
  const place = { file, row: null, column: 'parent', value: cycle.join(' > ') };
  return [problemAt(place, 'actor-cycle', 'these actors are part of each other in a circle')];
}
