import fc from 'fast-check';
import { arbitraryQuery } from '../../../testing/queries/arbitrary-query';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { Query } from '../../query/query';
import type { Series } from '../../series/model';
import { differences } from './compare';

/** Makes an engine over a series. */
export type OpenEngine = (series: Series) => Promise<Engine>;

/** A query about a series. */
export interface Pair {
  readonly series: Series;
  readonly query: Query;
}

/** In what an engine departs from the meaning, one line each; that it throws is a departure too. Empty where they agree. */
export async function departures(engine: Engine, { series, query }: Pair): Promise<readonly string[]> {
  const meant = evaluate(series, query);
  try {
    return differences(query, await engine.run(query), meant);
  } catch (error) {
    return [`${query.kind} is not answered: ${error}`];
  }
}

/** Throws where an engine departs from the meaning on one of the queries. */
export async function checkQueries(engine: Engine, series: Series, queries: readonly Query[]): Promise<void> {
  for (const query of queries) {
    const wrong = await departures(engine, { series, query });
    if (wrong.length === 0) continue;
    const lines = wrong.slice(0, 10).join('\n');
    throw new Error(`${engine.name} answers ${JSON.stringify(query)} otherwise:\n${lines}`);
  }
}

/** Random queries of every kind about one series, the same for the same seed. */
export function sampleQueries(series: Series, count: number, seed: number): readonly Query[] {
  return fc.sample(arbitraryQuery(series), { numRuns: count, seed });
}
