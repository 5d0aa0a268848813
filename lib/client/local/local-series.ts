import { cachedEngine } from '../../engine/cache';
import type { Engine } from '../../query/engine';
import { EngineError } from '../../query/engine';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { readBins, type Sent } from '../sent-bins';
import { fetchOutlines } from './fetched-outlines';
import type { LocalConnection } from './local-connection';
import type { ToWorker } from './local-protocol';
import { mapsApart } from './map/maps-apart';
import type { ReadingPorts } from './reading/reading-worker';
import { type WorkerConnection, type WorkerLike, workerConnection } from './worker-connection';

/** Bytes of results that a page keeps, some dozens of views, so that going back is instant. */
const RESULTS = 32_000_000;

/** The workers that read files and answer, as one; a bundler finds their scripts by these very expressions. */
function importWorker(): WorkerLike {
  const answering = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'annals-import',
  });
  const reading = new Worker(new URL('./reading/reading-worker.ts', import.meta.url), {
    type: 'module',
    name: 'annals-reading',
  });
  const rows = new Worker(new URL('./reading/rows-worker.ts', import.meta.url), {
    type: 'module',
    name: 'annals-rows',
  });
  return joinedWorkers(answering, reading, rows);
}

/** Three workers as one: each asks the next. What goes wrong in any of them is an error of all, and they end together. */
export function joinedWorkers(answering: Worker, reading: Worker, rows: Worker): WorkerLike {
  const [toReading, toRows] = [new MessageChannel(), new MessageChannel()];
  const connect: ToWorker = { kind: 'connect', reading: toReading.port1 };
  const ports: ReadingPorts = { asked: toReading.port2, rows: toRows.port1 };
  answering.postMessage(connect, [toReading.port1]);
  reading.postMessage(ports, [toReading.port2, toRows.port1]);
  rows.postMessage(toRows.port2, [toRows.port2]);
  const all = [answering, reading, rows];
  return {
    postMessage: answering.postMessage.bind(answering),
    addEventListener(type: string, listener: EventListener) {
      for (const worker of type === 'error' ? all : [answering]) worker.addEventListener(type, listener);
    },
    terminate() {
      for (const worker of all) worker.terminate();
    },
  } as WorkerLike;
}

/** A worker, what reads its answers, and what draws maps of them. */
interface Connected {
  readonly worker: WorkerConnection;
  readonly read: ReturnType<typeof readBins>;
  readonly maps: ReturnType<typeof mapsApart>;
}

function workerEngine(connected: () => Connected): Engine {
  return {
    name: 'browser',
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      try {
        const { worker, read } = connected();
        const sent = await worker.ask({ kind: 'query', query }, { signal });
        return read(query, sent as Sent) as ResultOf<Q>;
      } catch (error) {
        if (error instanceof DOMException) throw error;
        throw new EngineError(error instanceof Error ? error.message : String(error), '', error);
      }
    },
    close: async () => undefined,
  };
}

/**
 * The connection of a page: a worker that reads, builds and answers, so that the page never waits. Nothing is sent anywhere.
 * The worker begins with the first request. A file given up while it is looked at costs the worker, for a parser deep in
 * a record hears nobody; the next file gets another.
 */
export function openLocalConnection(makeWorker: () => WorkerLike = importWorker): LocalConnection {
  let open: Connected | null = null;
  const connected = () => {
    if (open !== null) return open;
    const worker = makeWorker();
    open = { worker: workerConnection(worker), read: readBins(), maps: mapsApart(worker) };
    return open;
  };
  const connection = () => connected().worker;
  const end = () => {
    open?.worker.end();
    open?.maps.end();
    open = null;
  };
  const plain = workerEngine(connected);
  let engine = cachedEngine(plain, RESULTS);

  return {
    async examine(file, wanted, options = {}) {
      options.signal?.addEventListener('abort', end, { once: true });
      try {
        return await connection().ask({ kind: 'examine', file, wanted }, { onProgress: options.onProgress });
      } finally {
        options.signal?.removeEventListener('abort', end);
      }
    },
    check: (json) => connection().ask({ kind: 'check', json }),
    preview: (mapping) => connection().ask({ kind: 'preview', mapping }),
    async build(mapping, title, options = {}) {
      const wanted = mapping?.regionsByPoint ?? null;
      const outlines = wanted === null ? null : await fetchOutlines(wanted, true).catch(() => null);
      const built = await connection().ask({ kind: 'build', mapping, title, outlines }, options);
      engine = cachedEngine(plain, RESULTS);
      return built;
    },
    get engine() {
      return engine;
    },
    savedPage: (view, file, policy) => connection().ask({ kind: 'saved-page', view, file, policy }),
    map: (info, view, signal) => connected().maps.draw(info, view, signal),
    incidentsCsv: (view) => connection().ask({ kind: 'incidents-csv', view }),
    problemsCsv: () => connection().ask({ kind: 'problems-csv' }),
    close: end,
  };
}
