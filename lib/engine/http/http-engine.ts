import { type Engine, EngineError } from '../../query/engine';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { divide } from './batches';

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
  if (Array.isArray(results) && results.length === expected) return results;
  throw new EngineError('The server gave an answer that cannot be read.', JSON.stringify(body).slice(0, 200));
}

/** A signal that fires once nobody waits for the batch any more. */
function signalOf(batch: readonly Asked[]): AbortSignal {
  const controller = new AbortController();
  const check = () => batch.every(({ signal }) => signal?.aborted) && controller.abort();
  for (const { signal } of batch) signal?.addEventListener('abort', check, { once: true });
  return controller.signal;
}

/**
 * Asks a server that holds the revision. Queries of one tick go out together. A failure is an {@link EngineError} whose
 * message is a sentence for the reader; an abort rejects at once with the signal's reason.
 */
export function httpEngine(options: HttpEngineOptions): Engine {
  const address = `/api/v1/datasets/${encodeURIComponent(options.dataset)}/query`;
  const request = options.fetch ?? ((input, init) => fetch(input, init));
  let waiting: Asked[] = [];

  const post = async (batch: readonly Asked[]): Promise<readonly ResultOf<Query>[]> => {
    const body = `{"revision":${JSON.stringify(options.revision)},"queries":[${batch.map(({ text }) => text).join(',')}]}`;
    const headers = { 'content-type': 'application/json' };
    const response = await request(address, { method: 'POST', headers, body, signal: signalOf(batch) }).catch(
      (error: unknown) => {
        throw new EngineError(UNREACHABLE, address, error);
      },
    );
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new EngineError(sentenceOf(answer, response.status), address);
    return resultsOf(answer, batch.length);
  };

  const send = async (batch: readonly Asked[]): Promise<void> => {
    try {
      const results = await post(batch);
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as ResultOf<Query>);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  const flush = () => {
    const batches = divide(waiting.filter(({ signal }) => !signal?.aborted));
    waiting = [];
    for (const batch of batches) void send(batch);
  };

  const ask = (query: Query, signal: AbortSignal | undefined) =>
    new Promise<ResultOf<Query>>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push({ text: JSON.stringify(query), signal, resolve, reject });
    });

  return {
    name: 'http',
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => ask(query, signal) as Promise<ResultOf<Q>>,
    close: () => Promise.resolve(),
  };
}
