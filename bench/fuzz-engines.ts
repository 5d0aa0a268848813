/**
 * Holds an engine to `evaluate` on random series until the time is over: `tsx bench/fuzz-engines.ts --engine columnar
 * --seconds 600 --seed 1 --incidents 60`. Stops at the first departure, with the seed that draws it again.
 */
import { parseArgs } from 'node:util';
import { columnarEngine } from '../lib/engine/columnar/columnar-engine';
import type { OpenEngine } from '../lib/engine/conformance/random-series';
import { checkRandomSeries } from '../lib/engine/conformance/random-series';
import { loadDuckDbEngine } from '../lib/engine/duckdb/duckdb-engine';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'duckdb' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '60' },
  },
});

const ENGINES: Readonly<Record<string, OpenEngine>> = {
  duckdb: loadDuckDbEngine,
  columnar: async (series) => columnarEngine(series, { step: 3, few: 4 }),
};
const open = ENGINES[values.engine];
if (open === undefined) throw new Error(`There is no engine ${values.engine}.`);

const end = performance.now() + Number(values.seconds) * 1000;
const campaign = { series: 5, queries: 100, incidents: Number(values.incidents) };
let seed = Number(values.seed);
for (; performance.now() < end; seed++) {
  await checkRandomSeries(open, { ...campaign, seed });
  console.log(`seed ${seed}: ${campaign.series} series, ${campaign.series * campaign.queries} queries agree`);
}
