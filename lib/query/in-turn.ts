import { giveWay } from '../caches/pause';
import type { Engine } from './engine';
import type { Query } from './query';

/**
 * The same engine, in a process that has others to serve: one query after the other, and before the next a pause where
 * answering has taken a while.
 */
export function inTurn(engine: Engine): Engine {
  let last: Promise<unknown> = Promise.resolve();
  const next = async <Q extends Query>(query: Q, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    await giveWay(signal);
    return engine.run(query, signal);
  };
  return {
    ...engine,
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => {
      const answer = last.then(() => next(query, signal));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}
