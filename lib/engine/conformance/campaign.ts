import fc from 'fast-check';
import { arbitraryFieldedSeries } from '../../../testing/series/arbitrary-fields';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import type { Series } from '../../series/model';
import { departures, type OpenEngine, type Pair, sampleQueries } from './check';

/** Random pairs of a series and a query, on which an engine is compared with the meaning. */
export interface Campaign {
  readonly seed: number;
  readonly pairs: number;
  /** The most incidents that a series has. */
  readonly incidents: number;
  /** A series as the engine keeps it, where it has an order of its own for links. */
  readonly kept?: (series: Series) => Series;
  /** Stops the campaign before its end, which is a failure. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (reached: Reached) => void;
}

/** How far a campaign came. */
export interface Reached {
  readonly series: number;
  readonly pairs: number;
}

/** Queries about each series, and series drawn at a time. */
const QUERIES = 25;
const DRAWN = 40;

/** Series without end, each with the seed of its queries; one in four has any table of own fields. */
function* drawSeries(seed: number, incidents: number): Generator<{ series: Series; seed: number }> {
  const any = fc.oneof(
    { weight: 3, arbitrary: arbitrarySeries(incidents) },
    { weight: 1, arbitrary: arbitraryFieldedSeries(incidents) },
  );
  for (let at = seed; ; at++) {
    const drawn = fc.sample(any, { seed: at, numRuns: DRAWN });
    for (const [i, series] of drawn.entries()) yield { series, seed: at * DRAWN + i };
  }
}

async function departuresOf(open: OpenEngine, pair: Pair): Promise<readonly string[]> {
  const engine = await open(pair.series);
  try {
    return await departures(engine, pair);
  } finally {
    await engine.close();
  }
}

/** The same query about as few of the incidents as the engine still departs on. */
async function reduced(open: OpenEngine, { series, query }: Pair): Promise<Pair> {
  let { incidents } = series;
  for (let size = incidents.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < incidents.length; ) {
      const fewer = [...incidents.slice(0, at), ...incidents.slice(at + size)];
      const wrong = await departuresOf(open, { series: { ...series, incidents: fewer }, query });
      if (wrong.length > 0) incidents = fewer;
      else at += size;
    }
  }
  return { series: { ...series, incidents }, query };
}

/** Throws where the engine departs on a pair, with the smallest case found as JSON, which bench/engines/conformance.ts repeats. */
export async function checkPair(open: OpenEngine, pair: Pair): Promise<void> {
  if ((await departuresOf(open, pair)).length === 0) return;
  const small = await reduced(open, pair);
  const lines = (await departuresOf(open, small)).slice(0, 10).join('\n');
  throw new Error(`The engine departs from the meaning:\n${lines}\nThe case: ${JSON.stringify(small)}`);
}

/** Throws where the engine departs from the meaning on one of the queries about a series. */
async function checkSeries(
  open: OpenEngine,
  series: Series,
  queries: readonly Pair['query'][],
): Promise<void> {
  const engine = await open(series);
  try {
    for (const query of queries) {
      const pair = { series, query };
      if ((await departures(engine, pair)).length > 0) {
        await checkPair(open, pair);
        throw new Error(`The engine departs only after other queries: ${JSON.stringify(pair)}`);
      }
    }
  } finally {
    await engine.close();
  }
}

/**
 * Compares an engine with the meaning on so many random pairs, and gives how many there were. Throws at the first on
 * which it departs, and where it is stopped short.
 */
export async function runCampaign(open: OpenEngine, campaign: Campaign): Promise<Reached> {
  const { pairs, kept = (series) => series, signal, onProgress } = campaign;
  let reached: Reached = { series: 0, pairs: 0 };
  for (const { series: drawn, seed } of drawSeries(campaign.seed, campaign.incidents)) {
    if (reached.pairs >= pairs) break;
    // Lets timers in, among them the one that stops it.
    await new Promise(setImmediate);
    if (signal?.aborted) throw new Error(`Stopped after ${reached.pairs} of ${pairs} pairs.`);
    const series = kept(drawn);
    const queries = sampleQueries(series, Math.min(QUERIES, pairs - reached.pairs), seed);
    await checkSeries(open, series, queries);
    reached = { series: reached.series + 1, pairs: reached.pairs + queries.length };
    onProgress?.(reached);
  }
  return reached;
}
