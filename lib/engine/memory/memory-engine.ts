import type { Engine } from '../../query/engine';
import { doubtsLinks } from '../../query/links';
import type { Filter, Query } from '../../query/query';
import type { IncidentResult, ResultOf } from '../../query/result';
import type { IncidentId, Series } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { evaluateBins, evaluateGroups } from './bins';
import { evaluateFacet } from './facet';
import { evaluateMarks, evaluateSpells } from './marks';
import { matchIncidents } from './match';
import type { Match } from './matched';
import { prepareSeries } from './prepare';
import { evaluatePosition, evaluateRows } from './rows';
import { evaluateTotal } from './total';

function incidentResult(series: Series, id: IncidentId): IncidentResult {
  const incident = series.incidents.find((one) => one.id === id) ?? null;
  const named = new Set([
    ...(incident?.sources ?? []),
    ...(incident?.links ?? []).flatMap((link) => link.sources),
  ]);
  const sources = series.sources.filter((source) => named.has(source.id));
  return { incident, sources: [...sources].sort((a, b) => byCodePoint(a.id, b.id)) };
}

/** Answers queries about a series, with what it remembers of it. */
function answering(series: Series): (query: Query) => ResultOf<Query> {
  const prepared = prepareSeries(series);
  // The panels of a page ask the same filter ten times over.
  let latest: { readonly key: string; readonly matches: readonly Match[] } | null = null;
  const matchesOf = (filter: Filter): readonly Match[] => {
    const key = JSON.stringify(filter);
    if (latest?.key !== key) latest = { key, matches: matchIncidents(prepared, filter) };
    return latest.matches;
  };
  return (query) => {
    if (query.kind === 'incident') return incidentResult(series, query.incident);
    const matches = matchesOf(query.filter);
    switch (query.kind) {
      case 'total':
        return evaluateTotal(series, matches, query);
      case 'bins':
        return evaluateBins(series, matches, query);
      case 'groups':
        return evaluateGroups(series, matches, query);
      case 'facet':
        return evaluateFacet(prepared, matches, query, doubtsLinks(query.filter));
      case 'rows':
        return evaluateRows(series, matches, query);
      case 'position':
        return evaluatePosition(series, matches, query);
      case 'marks':
        return evaluateMarks(matches, query);
      case 'spells':
        return evaluateSpells(matches, query.filter);
    }
  };
}

/**
 * An engine over a series in memory: a pass over the incidents for each new filter. It is quickest where incidents share
 * their dates and links, as {@link sharedParts} makes them do.
 */
export function memoryEngine(series: Series): Engine {
  const answer = answering(series);
  return {
    name: 'memory',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      // Who leaves in the turn of asking is not answered.
      await null;
      signal?.throwIfAborted();
      return answer(query) as ResultOf<Q>;
    },
    close: () => Promise.resolve(),
  };
}
