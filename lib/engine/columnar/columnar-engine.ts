import type { Engine } from '../../query/engine';
import type { Filter, Query } from '../../query/query';
import type { IncidentResult, ResultOf } from '../../query/result';
import type { IncidentId } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { ColumnarAnswers, LIMITS, type Limits } from './answers';
import type { Columns } from './columns/columns';
import { RowFingerprints } from './fingerprints';

function answerIncident(columns: Columns, id: IncidentId): IncidentResult {
  const row = columns.rowOf(id);
  if (row === null) return { incident: null, sources: [] };
  const incident = columns.incident(row);
  const named = new Set([...incident.sources, ...incident.links.flatMap(({ sources }) => sources)]);
  const sources = columns.series.sources.filter((source) => named.has(source.id));
  return { incident, sources: sources.sort((a, b) => byCodePoint(a.id, b.id)) };
}

/** An engine over columns, which can make ready for searches ahead of the first. */
export interface ColumnarEngine extends Engine {
  prepareSearch(pause: () => Promise<void>): Promise<void>;
}

/** An engine over columns. */
export function columnarEngine(columns: Columns, limits: Limits = LIMITS): ColumnarEngine {
  const answers = new ColumnarAnswers(columns, limits);
  const fingerprints = new RowFingerprints(columns);

  const answer = (query: Query): ResultOf<Query> => {
    columns.budget.nextTurn();
    switch (query.kind) {
      case 'total':
        return answers.total(query);
      case 'bins':
        return answers.bins(query);
      case 'groups':
        return answers.groups(query);
      case 'facet':
        return answers.facet(query);
      case 'rows':
        return answers.rows(query);
      case 'position':
        return answers.position(query);
      case 'marks':
        return answers.marks(query);
      case 'places':
        return answers.places(query);
      case 'spells':
        return answers.spells(query);
      case 'incident':
        return answerIncident(columns, query.incident);
    }
  };

  return {
    name: 'columnar',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      await Promise.resolve();
      signal?.throwIfAborted();
      return answer(query) as ResultOf<Q>;
    },
    async fingerprints(filter: Filter, signal?: AbortSignal) {
      signal?.throwIfAborted();
      return fingerprints.of(answers.selection(filter), filter, signal);
    },
    prepareSearch: (pause) => answers.prepareSearch(pause),
    close: async () => undefined,
  };
}
