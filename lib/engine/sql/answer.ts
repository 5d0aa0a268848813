import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { aggregateOf } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import { onKnownFields } from './columns';
import { answerIncident, answerMarks, answerPosition, answerRows, answerSpells } from './record-answers';
import { binsSql, readBins } from './statements/bins';
import { facetSql, readFacet } from './statements/facet';
import { groupsSql, readGroups } from './statements/groups';
import type { Database } from './statements/records';
import { readTotal, totalSql } from './statements/total';

/** The answer to a query over the tables `incidents` and `links` of a database. */
export async function answer(database: Database, asked: Query): Promise<ResultOf<Query>> {
  const { dialect, ask, records } = database;
  const query = onKnownFields(asked, records.fields);
  const aggregate = (measure: BaseMeasure) => aggregateOf(records, measure);
  switch (query.kind) {
    case 'total':
      return readTotal(await ask(totalSql(dialect, query)), query, records);
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
    case 'spells':
      return answerSpells(database, query);
    case 'incident':
      return answerIncident(database, query);
  }
}
