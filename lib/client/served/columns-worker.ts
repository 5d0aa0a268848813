import { columnarEngine } from '../../engine/columnar/columnar-engine';
import type { SeriesFrame } from '../../engine/columnar/columns/columns';
import { heldBudgets, readAnswers, readColumns } from '../../engine/columnar/stored/stored-columns';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { type Sent, sentBins } from '../sent-bins';
import type { FromColumns, ToColumns } from './columns-protocol';
import { columnsIn, unpackedFile } from './read-file';

/** The worker of a served series: fetches its columns once, and answers from them. */
type Answer = (query: Query) => Promise<ResultOf<Query>>;

/** Progress is told this often at most, in milliseconds. */
const PACE = 100;

let answer: Answer | null = null;
const sent = sentBins();

const send = (message: FromColumns) => self.postMessage(message);

function failed(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  send({ kind: 'failed', message: `The rows could not be fetched (${why}).` });
}

async function open({ at, guide }: Extract<ToColumns, { kind: 'open' }>): Promise<void> {
  const response = await fetch(at);
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const length = Number(response.headers.get('x-annals-bytes'));
  let told = 0;
  const reader = columnsIn(
    await unpackedFile(response.body, (bytes) => {
      if (performance.now() - told < PACE) return;
      told = performance.now();
      send({ kind: 'received', bytes, of: length > 0 ? length : null });
    }),
  );
  // Sources are asked of the server.
  const frame: SeriesFrame = { ...guide, sources: [] };
  const engine = columnarEngine(readColumns(reader, frame, heldBudgets));
  const known = readAnswers(reader);
  answer = async (query) => (known(query) as ResultOf<Query> | null) ?? (await engine.run(query));
  send({ kind: 'open' });
}

async function reply({ id, queries }: Extract<ToColumns, { kind: 'ask' }>): Promise<void> {
  const results: Sent[] = [];
  for (const query of queries) if (answer !== null) results.push(sent(query, await answer(query)));
  send({ kind: 'answers', id, results });
}

self.addEventListener('message', ({ data }: MessageEvent<ToColumns>) => {
  (data.kind === 'open' ? open(data) : reply(data)).catch(failed);
});
