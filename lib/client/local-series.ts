import { cachedEngine } from '../engine/cache';
import type { Engine } from '../query/engine';
import { EngineError } from '../query/engine';
import type { Query } from '../query/query';
import type { ResultOf } from '../query/result';
import type { LocalDoor } from './local-door';
import { type WorkerLike, type WorkerLine, workerLine } from './worker-line';

/** Results that a page keeps: about fifteen views, so that going back is instant. */
const RESULTS = 300;

/** The worker that reads files; a bundler finds its script by this very expression. */
function importWorker(): WorkerLike {
  return new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'annals-import',
  });
}

function workerEngine(line: () => WorkerLine): Engine {
  return {
    name: 'browser',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      try {
        return (await line().ask({ kind: 'query', query }, { signal })) as ResultOf<Q>;
      } catch (error) {
        if (error instanceof DOMException) throw error;
        throw new EngineError(error instanceof Error ? error.message : String(error), '', error);
      }
    },
    close: async () => undefined,
  };
}

/**
 * The door of a page: a worker that reads, builds and answers, so that the page never waits. Nothing is sent anywhere.
 * The worker begins with the first request. A file given up while it is looked at costs the worker, for a parser deep in
 * a record hears nobody; the next file gets another.
 */
export function openLocalDoor(makeWorker: () => WorkerLike = importWorker): LocalDoor {
  let worker: WorkerLine | null = null;
  const line = () => {
    worker ??= workerLine(makeWorker());
    return worker;
  };
  const end = () => {
    worker?.end();
    worker = null;
  };
  const plain = workerEngine(line);
  let engine = cachedEngine(plain, RESULTS);

  return {
    async examine(file, wanted, errand = {}) {
      errand.signal?.addEventListener('abort', end, { once: true });
      try {
        return await line().ask({ kind: 'examine', file, wanted }, { onProgress: errand.onProgress });
      } finally {
        errand.signal?.removeEventListener('abort', end);
      }
    },
    check: (json) => line().ask({ kind: 'check', json }),
    preview: (mapping) => line().ask({ kind: 'preview', mapping }),
    async build(mapping, title, errand = {}) {
      const built = await line().ask({ kind: 'build', mapping, title }, errand);
      engine = cachedEngine(plain, RESULTS);
      return built;
    },
    get engine() {
      return engine;
    },
    incidentsCsv: (view) => line().ask({ kind: 'incidents-csv', view }),
    problemsCsv: () => line().ask({ kind: 'problems-csv' }),
    close: end,
  };
}
