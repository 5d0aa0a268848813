import type { Problem } from '../../../problems/problem';
import { findCycle } from '../../../series/hierarchy';
import type { ActorRelation, Incident, SeriesMeta } from '../../../series/model';
import type { SeriesRest } from '../../build/sink';
import { problemAt } from '../../import-codes';
import type { CsvRecord } from '../tables/csv-records';
import type { Passes } from '../tables/passes';
import type { Tables } from '../tables/table';
import { actorsFromIds, buildActors, buildRelations } from './build-actors';
import { buildAreas } from './build-areas';
import { buildAnnotations, buildCoverageNotes, buildNamedViews, buildReferenceCounts } from './build-context';
import { buildDenominators } from './build-denominators';
import type { OwnColumn } from './build-fields';
import { checkIncidents, incidentsAgain } from './build-incidents';
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

/** A series of which the incidents are made when they are asked for. */
export interface BuiltPackage {
  readonly rest: SeriesRest;
  readonly problems: readonly Problem[];
  readonly counts: { readonly incidents: number; readonly links: number };
  /** The file of the incidents, and what makes incidents of its records, which come in order from the first. */
  readonly again: () => { readonly file: string; readonly of: (records: readonly CsvRecord[]) => Incident[] };
}

/**
 * Builds the series from tables whose schema holds, and looks through its incidents. What is referred to comes before what refers
 * to it, so a row that falls takes with it, each with a problem of its own, the rows that need it.
 */
export function* buildSeries(
  meta: SeriesMeta,
  own: readonly OwnColumn[],
  tables: Tables,
): Passes<BuiltPackage> {
  const problems: Problem[] = [];
  const idTables = openIdTables(tables);
  const types = yield* buildTypes(tables, idTables, problems);
  const regions = yield* buildRegions(tables, idTables, problems);
  const sources = yield* buildSources(tables, idTables, problems);
  const actors = yield* buildActors(tables, idTables, problems);
  const actorRelations = yield* buildRelations(tables, idTables, problems);
  const incidents = yield* checkIncidents(tables, idTables, own, problems);
  const links = yield* buildLinks(tables, idTables, problems);
  const coverageNotes = yield* buildCoverageNotes(tables, idTables, problems);
  const annotations = yield* buildAnnotations(tables, idTables, problems);
  const referenceCounts = yield* buildReferenceCounts(tables, idTables, problems);
  const namedViews = yield* buildNamedViews(tables, problems);
  const denominators = yield* buildDenominators(tables, idTables, problems);
  const areas = yield* buildAreas(tables, idTables, problems);
  problems.push(...checkRelations(actorRelations, tables.get('actor_relations')?.file ?? ''));
  return {
    problems,
    counts: { incidents, links: links.count },
    again() {
      const table = tables.get('incidents')!;
      return { file: table.file, of: incidentsAgain(table, idTables, own, links) };
    },
    rest: {
      meta,
      fields: own.map(({ field }) => field),
      actors: idTables.actors.declared ? actors : actorsFromIds(idTables),
      actorRelations,
      types: idTables.types.declared ? types : typesFromIds(idTables),
      regions: idTables.regions.declared ? regions : regionsFromIds(idTables),
      sources: idTables.sources.declared ? sources : sourcesFromIds(idTables),
      coverageNotes,
      annotations,
      referenceCounts,
      namedViews,
      ...(denominators.length === 0 ? {} : { denominators }),
      ...(areas.length === 0 ? {} : { areas }),
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
