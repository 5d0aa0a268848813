/**
 * Holds the DuckDB engine to `evaluate` on random series until the time is over: `tsx bench/fuzz-engines.ts --seconds 600
 * --seed 1 --incidents 60`. Stops at the first departure, with the seed that draws it again.
 */
import { parseArgs } from 'node:util';
import { checkRandomSeries } from '../lib/engine/conformance/random-series';
import { loadDuckDbEngine } from '../lib/engine/duckdb/duckdb-engine';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '60' },
  },
});

const end = performance.now() + Number(values.seconds) * 1000;
const campaign = { series: 5, queries: 100, incidents: Number(values.incidents) };
let seed = Number(values.seed);
for (; performance.now() < end; seed++) {
  await checkRandomSeries(loadDuckDbEngine, { ...campaign, seed });
  console.log(`seed ${seed}: ${campaign.series} series, ${campaign.series * campaign.queries} queries agree`);
}
