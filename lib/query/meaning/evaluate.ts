import type { IncidentId, Series } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Engine } from '../engine';
import type { Query } from '../query';
import type { IncidentResult, ResultOf } from '../result';
import { evaluateBins, evaluateGroups } from './bins';
import { evaluateFacet } from './facet';
import { evaluateMarks } from './marks';
import { matchesOf } from './match';
import { evaluatePlaces } from './places';
import { evaluatePosition, evaluateRows } from './rows';
import { evaluateSpells } from './spells';
import { evaluateTotal } from './total';

function evaluateIncident(series: Series, id: IncidentId): IncidentResult {
  const incident = series.incidents.find((one) => one.id === id) ?? null;
  const named = new Set([
    ...(incident?.sources ?? []),
    ...(incident?.links ?? []).flatMap((link) => link.sources),
  ]);
  const sources = series.sources.filter((source) => named.has(source.id));
  return { incident, sources: [...sources].sort((a, b) => byCodePoint(a.id, b.id)) };
}

function answer(series: Series, query: Query): ResultOf<Query> {
  if (query.kind === 'incident') return evaluateIncident(series, query.incident);
  const matches = matchesOf(series, query.filter);
  switch (query.kind) {
    case 'total':
      return evaluateTotal(series, matches, query);
    case 'bins':
      return evaluateBins(series, matches, query);
    case 'groups':
      return evaluateGroups(series, matches, query);
    case 'facet':
      return evaluateFacet(series, matches, query);
    case 'rows':
      return evaluateRows(series, matches, query);
    case 'position':
      return evaluatePosition(series, matches, query);
    case 'marks':
      return evaluateMarks(matches, query);
    case 'places':
      return evaluatePlaces(series, matches, query);
    case 'spells':
      return evaluateSpells(matches, query.filter);
  }
}

/**
 * What a query means, in plain TypeScript: the definition that every engine is held to. Pure and free of Node, so that
 * it runs in a browser as well.
 */
export function evaluate<Q extends Query>(series: Series, query: Q): ResultOf<Q> {
  return answer(series, query) as ResultOf<Q>;
}

/** The meaning as an engine, over a series in memory. */
export function meaningEngine(series: Series): Engine {
  return {
    name: 'evaluate',
    run: <Q extends Query>(query: Q) => Promise.resolve(evaluate(series, query)),
    close: () => Promise.resolve(),
  };
}
