import { SharedWork } from '../caches/shared-work';
import { sizeOf } from '../caches/size-of';
import type { Engine } from '../query/engine';
import type { Query } from '../query/query';
import type { ResultOf } from '../query/result';

/** Answers that hold whole incidents: thousands of views would hold the same ones thousands of times. */
const HOLDS_ROWS: ReadonlySet<Query['kind']> = new Set(['rows', 'incident']);

/**
 * The same engine with a memory for results used last, up to so many bytes, keyed by the query's JSON; a revision never
 * changes, so nothing goes stale. The same query asked twice at once runs once, and is aborted when everyone who waits for
 * it has left. Where `rows` are `forgotten`, answers with incidents are shared while they are under way and not kept.
 */
export function cachedEngine(engine: Engine, bytes: number, rows: 'kept' | 'forgotten' = 'kept'): Engine {
  const shared = new SharedWork<ResultOf<Query>>(bytes);
  const ask = (query: Query, signal?: AbortSignal) => {
    const isKept = rows === 'kept' || !HOLDS_ROWS.has(query.kind);
    const work = {
      run: (stop: AbortSignal) => engine.run(query, stop),
      bytes: (result: ResultOf<Query>) => (isKept ? sizeOf(result) : null),
    };
    return shared.ask(JSON.stringify(query), work, signal);
  };
  return {
    name: engine.name,
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => ask(query, signal) as Promise<ResultOf<Q>>,
    ...(engine.fingerprints !== undefined && { fingerprints: engine.fingerprints.bind(engine) }),
    send: () => engine.send?.(),
    close: () => {
      shared.clear();
      return engine.close();
    },
  };
}
