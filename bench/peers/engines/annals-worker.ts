import { columnarEngine } from '../../../lib/engine/columnar/columnar-engine';
import type { Engine } from '../../../lib/query/engine';
import type { Query } from '../../../lib/query/query';
import { columnsOfRows } from '../columns-of-rows';
import type { FromWorker, ToWorker } from './annals';

let engine: Engine | null = null;
const send = (message: FromWorker) => self.postMessage(message);

async function answer(queries: readonly Query[]): Promise<void> {
  const begun = performance.now();
  const results = await Promise.all(queries.map((query) => engine!.run(query)));
  send({ time: performance.now() - begun, results });
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('queries' in data) return void answer(data.queries);
  engine = columnarEngine(await columnsOfRows(data.rows));
  send({ time: 0, results: [] });
});
