import type { PlacesQuery, Query, TotalQuery } from '../../query/query';
import type { PlacesResult, ResultOf, TotalResult } from '../../query/result';
import { aggregateOf } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import { gridIn } from '../../series/places/hexagons';
import { namingRoots, onKnownFields } from './columns';
import { answerIncident, answerMarks, answerPosition, answerRows, answerSpells } from './record-answers';
import { binsSql, readBins } from './statements/bins';
import { facetSql, readFacet } from './statements/facet';
import { groupsSql, readGroups } from './statements/groups';
import { placeMarksSql, placePartsSql, readPlaceMarks, readPlaceParts } from './statements/places';
import type { Database } from './statements/records';
import { readTotal, totalSql } from './statements/total';

/** Own measures of one statement: the time in which DuckDB plans one grows with the square of what it adds up. */
const TOGETHER = 16;

async function answerTotal({ dialect, ask, records }: Database, query: TotalQuery): Promise<TotalResult> {
  const { own = [] } = query;
  const few = (from: number): TotalQuery => ({ ...query, own: own.slice(from, from + TOGETHER) });
  const answered = async (part: TotalQuery) => readTotal(await ask(totalSql(dialect, part)), part, records);
  const rest = Array.from({ length: Math.max(0, Math.ceil(own.length / TOGETHER) - 1) }, (_, at) =>
    answered(few((at + 1) * TOGETHER)),
  );
  const [first, ...others] = await Promise.all([answered(few(0)), ...rest]);
  return { ...first, own: Object.assign({}, first.own, ...others.map((each) => each.own)) };
}

/** What is where: first how much, for that decides whether points are drawn or hexagons. */
async function answerPlaces({ dialect, ask, records }: Database, asked: PlacesQuery): Promise<PlacesResult> {
  const parts = readPlaceParts(await ask(placePartsSql(dialect, asked)));
  const query = { ...asked, grid: gridIn(asked.grid, parts.extent) };
  const as = parts.points > query.most ? 'hexagons' : 'points';
  const [marks, groups] = await Promise.all([
    ask(placeMarksSql(dialect, query, as, false)),
    query.split === 'none' ? null : ask(placeMarksSql(dialect, query, as, true)),
  ]);
  const aggregate = aggregateOf(records, query.measure);
  return { as, marks: readPlaceMarks(marks, groups, { query, as, aggregate }), ...parts };
}

/** The answer to a query over the tables `incidents` and `links` of a database. */
export async function answer(database: Database, asked: Query): Promise<ResultOf<Query>> {
  const { dialect, ask, records } = database;
  const query = namingRoots(onKnownFields(asked, records.fields), records.rootRegions);
  const aggregate = (measure: BaseMeasure) => aggregateOf(records, measure);
  switch (query.kind) {
    case 'total':
      return answerTotal(database, query);
    case 'bins':
      return readBins(await ask(binsSql(dialect, query, records.extent)), query, aggregate(query.measure));
    case 'groups':
      return readGroups(await ask(groupsSql(dialect, query)), query, aggregate(query.measure));
    case 'facet':
      return readFacet(await ask(facetSql(dialect, query)));
    case 'rows':
      return answerRows(database, query);
    case 'position':
      return answerPosition(database, query);
    case 'marks':
      return answerMarks(database, query);
    case 'places':
      return answerPlaces(database, query);
    case 'spells':
      return answerSpells(database, query);
    case 'incident':
      return answerIncident(database, query);
  }
}
