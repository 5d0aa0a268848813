import type { ColumnarEngine } from '../../engine/columnar/columnar-engine';
import type { Query } from '../../query/query';

/** How long nobody must have asked anything, and how often that is looked at, in milliseconds. */
const QUIET = 200;
const LOOK = 20;

/** The same engine, and a wait until it has had nothing to answer for a while: then there is time for what is not asked yet. */
export function quietEngine(engine: ColumnarEngine): {
  readonly engine: ColumnarEngine;
  readonly quiet: () => Promise<void>;
} {
  let last = performance.now();
  const run = async <Q extends Query>(query: Q, signal?: AbortSignal) => {
    last = performance.now();
    try {
      return await engine.run(query, signal);
    } finally {
      last = performance.now();
    }
  };
  const quiet = async () => {
    do await new Promise((done) => setTimeout(done, LOOK));
    while (performance.now() - last < QUIET);
  };
  return { engine: { ...engine, run }, quiet };
}
