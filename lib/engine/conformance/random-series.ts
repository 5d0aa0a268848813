import fc from 'fast-check';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { Query } from '../../query/query';
import type { Series } from '../../series/model';
import { arbitraryQuery } from './arbitrary-query';
import { arbitrarySeries } from './arbitrary-series';
import { differences } from './compare';

/** Makes an engine over a series. */
export type OpenEngine = (series: Series) => Promise<Engine>;

/** How many series, how many queries of each, and from which seed. */
export interface Campaign {
  readonly seed: number;
  readonly series: number;
  readonly queries: number;
  readonly incidents: number;
}

async function checkQuery(engine: Engine, series: Series, query: Query): Promise<void> {
  const wrong = differences(query, await engine.run(query), evaluate(series, query));
  if (wrong.length > 0) {
    throw new Error(
      `${engine.name} answers ${JSON.stringify(query)} otherwise:\n${wrong.slice(0, 10).join('\n')}`,
    );
  }
}

/** Throws where an engine departs from the meaning on one of the queries. */
export async function checkQueries(engine: Engine, series: Series, queries: readonly Query[]): Promise<void> {
  for (const query of queries) await checkQuery(engine, series, query);
}

/** The queries of a campaign about one series. */
export function sampleQueries(series: Series, count: number, seed: number): readonly Query[] {
  return fc.sample(arbitraryQuery(series), { numRuns: count, seed });
}

/**
 * Throws with a shrunken series and the seed where an engine departs from the meaning. `kept` is the series as the engine
 * keeps it.
 */
export async function checkRandomSeries(
  open: OpenEngine,
  campaign: Campaign,
  kept: (series: Series) => Series = (series) => series,
): Promise<void> {
  const cases = fc
    .tuple(arbitrarySeries(campaign.incidents), fc.integer())
    .map(([series, seed]) => ({ series: kept(series), seed }));
  const property = fc.asyncProperty(cases, async ({ series, seed }) => {
    const engine = await open(series);
    try {
      await checkQueries(engine, series, sampleQueries(series, campaign.queries, seed));
    } finally {
      await engine.close();
    }
  });
  await fc.assert(property, {
    seed: campaign.seed,
    numRuns: campaign.series,
    interruptAfterTimeLimit: 30_000,
    markInterruptAsFailure: false,
    verbose: 0,
  });
}
