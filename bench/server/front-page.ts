/**
 * How long the front page takes with many datasets: `tsx bench/server/front-page.ts [--datasets 100] [--incidents 500]`. Publishes
 * that many invented ones into a store of its own, starts the build that is there on it once, so that cards are written,
 * and then anew: the first page of that process is cold, those after it are warm. It may take 300 ms cold and 100 ms
 * warm; ends with code 1 where it takes more. Loopback only.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DatasetId } from '../../lib/series/model';
import { publish } from '../../lib/store/publish/publish';
import { plainSeries } from '../../testing/stores/plain-series';
import { Times, timed } from '../times';
import { startBuilt } from './built-server';

const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: '100' },
    incidents: { type: 'string', default: '500' },
  },
});
const COLD = 300;
const WARM = 100;
const WARM_PAGES = 30;

const dir = await mkdtemp(join(tmpdir(), 'annals-front-'));
const [store, data] = [join(dir, 'store'), join(dir, 'none')];
try {
  for (let n = 0; n < Number(values.datasets); n++) {
    const id = `series-${n}` as DatasetId;
    const by = { source: 'bench', importer: 'bench/1', now: new Date(0) };
    await publish(store, id, plainSeries(id, Number(values.incidents)), [], by);
  }
  const open = async (at: string) => {
    const text = await (await fetch(`${at}/`)).text();
    const shown = new Set([...text.matchAll(/href="\/(series-\d+)"/g)].map(([, id]) => id)).size;
    if (shown !== Number(values.datasets)) throw new Error(`${shown} datasets are shown`);
    return text;
  };
  const [unwritten, cold, warm] = [new Times(), new Times(), new Times()];
  const first = await startBuilt(store, data);
  await timed(unwritten, async () => {
    while ((await open(first.at)).includes('being worked out'));
  });
  await first.stop();
  const server = await startBuilt(store, data);
  const used = [await server.cpu()];
  await timed(cold, () => open(server.at));
  used.push(await server.cpu());
  for (let n = 0; n < WARM_PAGES; n++) await timed(warm, () => open(server.at));
  used.push(await server.cpu());
  await server.stop();
  const [before = 0, afterCold = 0, afterWarm = 0] = used;
  console.log(`${values.datasets} datasets of ${values.incidents} incidents`);
  console.log(unwritten.line('until every card was written'));
  console.log(cold.line('cold'));
  console.log(warm.line('warm'));
  const [ofCold, ofWarm] = [afterCold - before, (afterWarm - afterCold) / WARM_PAGES];
  console.log(
    `processors worked ${Math.round(ofCold * 1000)} ms for the cold page, ${Math.round(ofWarm * 1000)} for a warm one`,
  );
  if (cold.within(1) > COLD || warm.within(0.5) > WARM) process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true, force: true });
}
