import { columnarEngine } from '../../../lib/engine/columnar/columnar-engine';
import { ColumnsBuilder } from '../../../lib/engine/columnar/columns/columns-builder';
import type { Engine } from '../../../lib/query/engine';
import type { Query } from '../../../lib/query/query';
import { type Day, formatDay } from '../../../lib/time/day';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import { ACTORS, FIRST_DAY, LAST_DAY, type Rows } from '../made-up';
import type { FromWorker, ToWorker } from './annals';

/** A value of each key, made once. */
function each<T>(size: number, make: (key: number) => T): (key: number) => T {
  const made: T[] = [];
  return (key) => {
    made[key % size] ??= make(key);
    return made[key % size]!;
  };
}

/** The incidents of rows go into columns one by one, as those of a file do. */
async function engineOver({ day, actor, type, region, killed }: Rows): Promise<Engine> {
  const date = each(2 ** 20, (at) => incident('', formatDay(at as Day)).date);
  const links = each(ACTORS, (at) => incident('', '2020', [`a${at} involved certain`]).links);
  const dead = each(400, (best) => ({ low: best, best, high: best }));
  const regions = each(400, (at) => [`r${at}` as never]);
  const builder = new ColumnsBuilder();
  const base = incident('', '2020');
  for (let row = 0; row < day.length; row++) {
    builder.add({
      ...{ ...base, id: `i${row}` as never, title: '', date: date(day[row]!), links: links(actor[row]!) },
      ...{ type: `t${type[row]}` as never, regions: regions(region[row]!), fatalities: dead(killed[row]!) },
    });
  }
  const { incidents: _, ...series } = seriesOfHand([]);
  const { coverage } = series.meta;
  const meta = { ...series.meta, coverage: { ...coverage, from: FIRST_DAY, to: LAST_DAY } };
  return columnarEngine(await builder.finish({ ...series, meta }));
}

let engine: Engine | null = null;
const send = (message: FromWorker) => self.postMessage(message);

async function answer(queries: readonly Query[]): Promise<void> {
  const begun = performance.now();
  const results = await Promise.all(queries.map((query) => engine!.run(query)));
  send({ time: performance.now() - begun, results });
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('queries' in data) return void answer(data.queries);
  engine = await engineOver(data.rows);
  send({ time: 0, results: [] });
});
