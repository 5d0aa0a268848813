import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { aggregateOf } from '../../series/fields';
import { binsSql, readBins } from './bins';
import { onKnownFields } from './columns';
import { facetSql, readFacet } from './facet';
import { groupsSql, readGroups } from './groups';
import { answerIncident, answerMarks, answerPosition, answerRows, answerSpells } from './record-answers';
import type { Ask, Records } from './records';
import { readTotal, totalSql } from './total';

/** The answer to a query over the tables `incidents` and `links`, which `ask` reads. */
export async function answer(ask: Ask, records: Records, asked: Query): Promise<ResultOf<Query>> {
  const query = onKnownFields(asked, records.fields);
  switch (query.kind) {
    case 'total':
      return readTotal(await ask(totalSql(query)), query, records);
    case 'bins':
      return readBins(await ask(binsSql(query, records.extent)), query, aggregateOf(records, query.measure));
    case 'groups':
      return readGroups(await ask(groupsSql(query)), query, aggregateOf(records, query.measure));
    case 'facet':
      return readFacet(await ask(facetSql(query)));
    case 'rows':
      return answerRows(ask, records, query);
    case 'position':
      return answerPosition(ask, records, query);
    case 'marks':
      return answerMarks(ask, records, query);
    case 'spells':
      return answerSpells(ask, records, query);
    case 'incident':
      return answerIncident(ask, records, query);
  }
}
