/**
 * Holds engines to the meaning on any number of random pairs of a series and a query: `npm run conformance -- --pairs
 * 100000 [--engines columnar,stored,duckdb] [--seed 1] [--incidents 60] [--seconds 3600]`. Stops at the first departure
 * with the smallest case found as JSON; `--case FILE` repeats one that was kept. A campaign that is stopped by `--seconds`
 * has failed.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import { columnsOf } from '../../lib/engine/columnar/columns/columns-builder';
import { checkPair, runCampaign } from '../../lib/engine/conformance/campaign';
import type { OpenEngine, Pair } from '../../lib/engine/conformance/check';
import { loadDuckDbEngine } from '../../lib/engine/duckdb/duckdb-engine';
import { columnsBytes, columnsIn } from '../../testing/stores/columns-in-memory';

/** So low that small series take every shortcut. */
const LIMITS = { step: 3, few: 4, characters: 30, locations: 6 };

const ENGINES: Readonly<Record<string, OpenEngine>> = {
  columnar: async (series) => columnarEngine(await columnsOf(series), LIMITS),
  // Out of the bytes of a file of columns.
  stored: async (series) => columnarEngine(columnsIn(await columnsBytes(series), series), LIMITS),
  duckdb: loadDuckDbEngine,
};

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    seed: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '60' },
    seconds: { type: 'string' },
    case: { type: 'string' },
  },
});

async function repeat(name: string, open: OpenEngine, file: string): Promise<void> {
  await checkPair(open, JSON.parse(readFileSync(file, 'utf8')) as Pair);
  console.log(`${name}: agrees on ${file}`);
}

async function campaign(name: string, open: OpenEngine): Promise<void> {
  const asked = {
    seed: Number(values.seed),
    pairs: Number(values.pairs),
    incidents: Number(values.incidents),
  };
  const limit =
    values.seconds === undefined ? {} : { signal: AbortSignal.timeout(Number(values.seconds) * 1000) };
  console.log(`${name}: ${asked.pairs} pairs, seed ${asked.seed}, up to ${asked.incidents} incidents`);
  let told = 0;
  const reached = await runCampaign(open, {
    ...asked,
    ...limit,
    onProgress({ pairs }) {
      if (pairs < told + asked.pairs / 10) return;
      told = pairs;
      console.log(`${name}: ${pairs} pairs agree`);
    },
  });
  console.log(`${name}: ${reached.pairs} pairs about ${reached.series} series agree`);
}

for (const name of values.engines.split(',')) {
  const open = ENGINES[name];
  if (open === undefined) throw new Error(`There is no engine ${name}.`);
  await (values.case === undefined ? campaign(name, open) : repeat(name, open, values.case));
}
