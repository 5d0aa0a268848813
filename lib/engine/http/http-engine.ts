import { type Engine, EngineError } from '../../query/engine';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { sitePath } from '../../text/site-path';
import { divide } from './batches';
import { areColumns, binsOfColumns } from './bin-columns';

interface Asked {
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: ResultOf<Query>) => void;
  readonly reject: (error: unknown) => void;
}

export interface HttpEngineOptions {
  readonly dataset: string;
  /** The full hash: answers are of this revision, whatever is current by now. */
  readonly revision: string;
  readonly fetch?: typeof fetch;
}

const UNREACHABLE = 'The server did not answer. Check the connection and try again.';

/** The sentence of a problem document, or a general one. */
function sentenceOf(body: unknown, status: number): string {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : null;
  return typeof detail === 'string' ? detail : `The server could not answer (status ${status}).`;
}

function resultsOf(body: unknown, expected: number): readonly ResultOf<Query>[] {
  const results = typeof body === 'object' && body !== null && 'results' in body ? body.results : null;
  if (Array.isArray(results) && results.length === expected) {
    return results.map((result) => (areColumns(result) ? binsOfColumns(result) : result));
  }
  throw new EngineError('The server gave an answer that cannot be read.', JSON.stringify(body).slice(0, 200));
}

/** Queries that one request carries. */
interface Batch {
  readonly asked: readonly Asked[];
  readonly controller: AbortController;
}

const isWaited = ({ signal }: Asked) => !signal?.aborted;

/** A batch whose request is stopped once nobody waits for it any more; `onLeft` is told when a part of it is left. */
function batchOf(asked: readonly Asked[], onLeft: () => void): Batch {
  const controller = new AbortController();
  const check = () => (asked.some(isWaited) ? onLeft() : controller.abort());
  for (const { signal } of asked) signal?.addEventListener('abort', check, { once: true });
  return { asked, controller };
}

/**
 * Asks a server that holds the revision. Queries of one tick go out together. A failure is an {@link EngineError} whose
 * message is a sentence for the reader; an abort rejects at once with the signal's reason. Where somebody has left a
 * request that is under way, another takes over what is still waited for, so that the server need not answer the
 * rest: five quick clicks have most of a dashboard's queries apart, but a few in common.
 */
export function httpEngine(options: HttpEngineOptions): Engine {
  const address = sitePath(`/api/v1/datasets/${encodeURIComponent(options.dataset)}/query`);
  const request = options.fetch ?? ((input, init) => fetch(input, init));
  let waiting: Asked[] = [];
  let isDue = false;
  const underWay = new Set<Batch>();

  const post = async ({ asked, controller }: Batch): Promise<readonly ResultOf<Query>[]> => {
    const body = `{"revision":${JSON.stringify(options.revision)},"bins":"columns","queries":[${asked.map(({ text }) => text).join(',')}]}`;
    const headers = { 'content-type': 'application/json' };
    const { signal } = controller;
    const response = await request(address, { method: 'POST', headers, body, signal }).catch(
      (error: unknown) => {
        throw new EngineError(UNREACHABLE, address, error);
      },
    );
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new EngineError(sentenceOf(answer, response.status), address);
    return resultsOf(answer, asked.length);
  };

  const send = async (batch: Batch): Promise<void> => {
    underWay.add(batch);
    const { asked, controller } = batch;
    try {
      const results = await post(batch);
      for (const [i, { resolve }] of asked.entries()) resolve(results[i] as ResultOf<Query>);
    } catch (error) {
      // A request that was stopped has nobody waiting, or its rest has gone out anew.
      if (!controller.signal.aborted) for (const { reject } of asked) reject(error);
    } finally {
      underWay.delete(batch);
    }
  };

  /** Stops the requests that somebody has left; gives what of them is still waited for. */
  const takeOver = (): readonly Asked[] => {
    const left = [...underWay].filter(({ asked }) => !asked.every(isWaited));
    for (const batch of left) {
      underWay.delete(batch);
      batch.controller.abort();
    }
    return left.flatMap(({ asked }) => asked.filter(isWaited));
  };

  const flush = () => {
    isDue = false;
    const batches = divide([...takeOver(), ...waiting.filter(isWaited)]);
    waiting = [];
    for (const asked of batches) void send(batchOf(asked, flushSoon));
  };

  const flushSoon = () => {
    if (!isDue) queueMicrotask(flush);
    isDue = true;
  };

  const ask = (query: Query, signal: AbortSignal | undefined) =>
    new Promise<ResultOf<Query>>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      waiting.push({ text: JSON.stringify(query), signal, resolve, reject });
      flushSoon();
    });

  return {
    name: 'http',
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => ask(query, signal) as Promise<ResultOf<Q>>,
    send: flush,
    close: () => Promise.resolve(),
  };
}
