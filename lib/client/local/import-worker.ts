import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import type { Day } from '../../time/day';
import { formatDay } from '../../time/day';
import { sentBins } from '../sent-bins';
import { importSession } from './import-session';
import type { FromWorker, ToWorker } from './local-protocol';
import { queryQueue } from './query-queue';

/** The worker of /open. Only messages come in and go out; it makes no request of its own. */
const session = importSession(() => formatDay(Math.floor(Date.now() / 86_400_000) as Day));
const queue = queryQueue(session.query);
const sent = sentBins();
const under = new Map<number, AbortController>();

/** Progress is told this often at most, in milliseconds. */
const PACE = 100;

const send = (message: FromWorker) => self.postMessage(message);

function fail(id: number, error: unknown): void {
  const aborted = error instanceof DOMException && error.name === 'AbortError';
  send({ kind: 'failed', id, aborted, message: error instanceof Error ? error.message : String(error) });
}

function paced(id: number) {
  let last = 0;
  return (progress: Extract<FromWorker, { kind: 'progress' }>['progress']) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    send({ kind: 'progress', id, progress });
  };
}

async function answer(
  id: number,
  ask: Exclude<Extract<ToWorker, { kind: 'ask' }>['ask'], { kind: 'query' }>,
) {
  const controller = new AbortController();
  under.set(id, controller);
  try {
    const given = await session.answer(ask, { signal: controller.signal, onProgress: paced(id) });
    send({ kind: 'done', id, answer: given });
  } catch (error) {
    fail(id, error);
  } finally {
    under.delete(id);
  }
}

function cancel(id: number): void {
  if (queue.cancel(id)) fail(id, new DOMException('Not wanted any more.', 'AbortError'));
  under.get(id)?.abort();
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'cancel') return cancel(data.id);
  const { id, ask } = data;
  if (ask.kind !== 'query') return void answer(id, ask);
  queue.add(id, ask.query, {
    done: (result) => send({ kind: 'done', id, answer: sent(ask.query, result as ResultOf<Query>) }),
    failed: (error) => fail(id, error),
  });
});
