import type { Engine } from '../query/engine';
import type { Query } from '../query/query';
import type { ResultOf } from '../query/result';

/** One run of a query, shared by everyone who asked while it was under way and kept when it is done. */
interface Run {
  readonly result: Promise<ResultOf<Query>>;
  readonly controller: AbortController;
  waiting: number;
  settled: boolean;
}

/** Waits for a shared result; an abort frees this caller only. */
function waitFor<T>(result: Promise<T>, signal: AbortSignal | undefined, leave: () => void): Promise<T> {
  if (!signal) return result;
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      leave();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * The same engine with a memory for the `size` results used last, keyed by the query's JSON; a revision never changes,
 * so nothing goes stale. The same query asked twice at once runs once. A run is aborted when everyone who waits for it
 * has left; what was aborted or has failed is not kept.
 */
export function cachedEngine(engine: Engine, size: number): Engine {
  const runs = new Map<string, Run>();

  const start = (key: string, query: Query): Run => {
    const controller = new AbortController();
    const result = engine.run(query, controller.signal);
    const run: Run = { result, controller, waiting: 0, settled: false };
    const forget = () => runs.get(key) === run && runs.delete(key);
    result.then(() => {
      run.settled = true;
    }, forget);
    runs.set(key, run);
    if (runs.size > size) dropOldest(runs);
    return run;
  };

  const ask = (query: Query, signal?: AbortSignal): Promise<ResultOf<Query>> => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const key = JSON.stringify(query);
    const run = runs.get(key) ?? start(key, query);
    runs.delete(key);
    runs.set(key, run);
    run.waiting += 1;
    return waitFor(run.result, signal, () => {
      run.waiting -= 1;
      if (run.waiting > 0 || run.settled) return;
      if (runs.get(key) === run) runs.delete(key);
      run.controller.abort();
    });
  };

  return {
    name: engine.name,
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => ask(query, signal) as Promise<ResultOf<Q>>,
    close: () => {
      runs.clear();
      return engine.close();
    },
  };
}

/** Drops the result unused for longest; a run under way is left to finish. */
function dropOldest(runs: Map<string, Run>): void {
  for (const [key, run] of runs) {
    if (!run.settled) continue;
    runs.delete(key);
    return;
  }
}
