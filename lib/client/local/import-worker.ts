import type { ImportProgress } from '../../formats/progress';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import type { Day } from '../../time/day';
import { formatDay } from '../../time/day';
import { sentBins } from '../sent-bins';
import { importSession } from './import-session';
import type { FromWorker, SeriesRequest, ToWorker } from './local-protocol';
import { paced } from './paced';
import { queryQueue } from './query-queue';
import { readingBehind } from './reading/reading-apart';

/** The worker of /open that answers. Only messages come in and go out; it makes no request of its own. The first is where the file is read. */
type Session = ReturnType<typeof importSession>;
let session: Session | null = null;
const opened = (): Session => {
  if (session === null) throw new Error('The worker was told nothing yet.');
  return session;
};
const today = () => formatDay(Math.floor(Date.now() / 86_400_000) as Day);
const queue = queryQueue((query) => opened().query(query));
const sent = sentBins();
const under = new Map<number, AbortController>();

const send = (message: FromWorker) => self.postMessage(message);

function failed(id: number, error: unknown): FromWorker {
  const aborted = error instanceof DOMException && error.name === 'AbortError';
  return { kind: 'failed', id, aborted, message: error instanceof Error ? error.message : String(error) };
}
const fail = (id: number, error: unknown) => send(failed(id, error));
const UNWANTED = () => new DOMException('Not wanted any more.', 'AbortError');

async function answer(id: number, ask: Exclude<SeriesRequest, { kind: 'query' }>) {
  const controller = new AbortController();
  under.set(id, controller);
  const onProgress = paced((progress: ImportProgress) => send({ kind: 'progress', id, progress }));
  try {
    const given = await opened().answer(ask, { signal: controller.signal, onProgress });
    send({ kind: 'done', id, answer: given });
  } catch (error) {
    fail(id, error);
  } finally {
    under.delete(id);
  }
}

function cancel(id: number): void {
  if (queue.cancel(id)) fail(id, UNWANTED());
  under.get(id)?.abort();
}

/** Numbers of queries that come through ports: those of the page are above zero. */
let lastThroughPort = 0;

/** Answers queries that come through a port, in turn with those of the page. */
function answerThrough(port: MessagePort): void {
  const numbers = new Map<number, number>();
  const say = (message: FromWorker) => {
    numbers.delete(message.id);
    port.postMessage(message);
  };
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'cancel') {
      const number = numbers.get(data.id);
      if (number !== undefined && queue.cancel(number)) say(failed(data.id, UNWANTED()));
    } else if (data.kind === 'ask' && data.ask.kind === 'query') {
      lastThroughPort -= 1;
      numbers.set(data.id, lastThroughPort);
      queue.add(lastThroughPort, data.ask.query, {
        done: (result) => say({ kind: 'done', id: data.id, answer: result }),
        failed: (error) => say(failed(data.id, error)),
      });
    }
  };
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'connect') {
    session = importSession(today, readingBehind(data.reading));
    return;
  }
  if (data.kind === 'answer') return answerThrough(data.asked);
  if (data.kind === 'cancel') return cancel(data.id);
  const { id, ask } = data;
  if (ask.kind === 'map') return fail(id, new Error('This worker draws no maps.'));
  if (ask.kind !== 'query') return void answer(id, ask);
  queue.add(id, ask.query, {
    done: (result) => send({ kind: 'done', id, answer: sent(ask.query, result as ResultOf<Query>) }),
    failed: (error) => fail(id, error),
  });
});
