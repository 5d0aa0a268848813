import type { Engine } from '../../query/engine';
import { MOST_MARKS } from '../../query/plan/plan';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { readBins } from '../sent-bins';
import type { FromColumns, ToColumns } from './columns-protocol';
import type { ColumnsSource, ColumnsState, WantedColumns } from './columns-state';

/** Up to so many incidents columns are fetched unasked. */
const UNASKED = 300_000;
/** A device with less memory, in GB, holds so many at most. */
const [LITTLE, MOST_OF_LITTLE] = [4, 50_000];

/** What a browser says of its device. */
export interface Device {
  /** In GB, rounded; not all browsers say it. */
  readonly memory: number | undefined;
  readonly savesData: boolean;
}

function thisDevice(): Device {
  const { deviceMemory, connection } = navigator as Navigator & {
    readonly deviceMemory?: number;
    readonly connection?: { readonly saveData?: boolean };
  };
  return { memory: deviceMemory, savesData: connection?.saveData === true };
}

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** The worker that answers; a bundler finds its script by this very expression. */
function columnsWorker(): WorkerLike {
  return new Worker(new URL('./columns-worker.ts', import.meta.url), {
    type: 'module',
    name: 'annals-columns',
  });
}

interface Asked {
  readonly query: Query;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: ResultOf<Query>) => void;
  readonly reject: (reason: unknown) => void;
}

/** What a server is asked instead: it does not give as many marks as columns do. */
function ofServer<Q extends Query>(query: Q): Q {
  return query.kind === 'marks' && query.limit > MOST_MARKS ? { ...query, limit: MOST_MARKS } : query;
}

/** What makes an engine of a server and of columns: these answer once they are here, and whatever goes wrong with them, the server does. */
export function withColumns(server: Engine, columns: ColumnsSource): Engine {
  return {
    ...server,
    send: () => {
      columns.send();
      server.send?.();
    },
    run: <Q extends Query>(query: Q, signal?: AbortSignal) => {
      // The sources of an incident are not in the columns.
      const own = query.kind === 'incident' ? null : columns.ask(query, signal);
      if (own === null) return server.run(query, signal);
      return own.catch((error: unknown) => {
        if (signal?.aborted) throw error;
        return server.run(ofServer(query), signal);
      });
    },
  };
}

export function columnsSource(
  makeWorker: () => WorkerLike = columnsWorker,
  device: () => Device = thisDevice,
): ColumnsSource {
  const listeners = new Set<() => void>();
  let state: ColumnsState = { kind: 'waiting' };
  let wanted: WantedColumns | null = null;
  let worker: WorkerLike | null = null;
  let read = readBins();
  // One batch is with the worker; what is asked meanwhile goes out as the next, but for what nobody waits for any more.
  let waiting: Asked[] = [];
  let underWay: { readonly id: number; readonly asked: readonly Asked[] } | null = null;
  let last = 0;

  const become = (next: ColumnsState) => {
    state = next;
    for (const changed of listeners) changed();
  };
  const send = (message: ToColumns) => worker?.postMessage(message);

  const flush = () => {
    if (underWay !== null) return;
    const asked = waiting.filter(({ signal }) => !signal?.aborted);
    waiting = [];
    if (asked.length === 0) return;
    last += 1;
    underWay = { id: last, asked };
    send({ kind: 'ask', id: last, queries: asked.map(({ query }) => query) });
  };
  const end = (next: ColumnsState) => {
    worker?.terminate();
    worker = null;
    const left = [...(underWay?.asked ?? []), ...waiting];
    [underWay, waiting] = [null, []];
    become(next);
    for (const { reject } of left) reject(new Error('The columns are gone.'));
  };
  const fail = (why: string) => end({ kind: 'stays', why: `${why} The server goes on answering.` });

  const hear = (message: FromColumns) => {
    switch (message.kind) {
      case 'received':
        return become({ kind: 'fetching', bytes: message.bytes, of: message.of });
      case 'open':
        return become({ kind: 'here' });
      case 'failed':
        return fail(message.message);
      case 'answers': {
        if (underWay?.id !== message.id) return;
        const { asked } = underWay;
        underWay = null;
        for (const [at, { query, resolve }] of asked.entries()) resolve(read(query, message.results[at]!));
        flush();
      }
    }
  };
  const begin = () => {
    if (wanted === null || worker !== null) return;
    const { at, guide } = wanted;
    worker = makeWorker();
    read = readBins();
    worker.addEventListener('message', ({ data }: MessageEvent<FromColumns>) => hear(data));
    worker.addEventListener('error', (event: ErrorEvent) => {
      event.preventDefault();
      fail('This browser could not hold the rows.');
    });
    become({ kind: 'fetching', bytes: 0, of: null });
    send({ kind: 'open', at, guide });
  };

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    offer(next) {
      if (wanted !== null) return;
      wanted = next;
      const { memory = LITTLE, savesData } = device();
      if (memory < LITTLE && next.incidents > MOST_OF_LITTLE) {
        const why = 'This device has little memory, so the server answers.';
        return become({ kind: 'stays', why });
      }
      if (savesData || next.incidents > UNASKED) return become({ kind: 'offered' });
      begin();
    },
    fetch: begin,
    cancel: () => state.kind === 'fetching' && end({ kind: 'offered' }),
    ask<Q extends Query>(query: Q, signal?: AbortSignal) {
      if (state.kind !== 'here') return null;
      return new Promise<ResultOf<Q>>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        waiting.push({ query, signal, resolve: resolve as Asked['resolve'], reject });
        if (waiting.length === 1) queueMicrotask(flush);
      });
    },
    send: flush,
    close() {
      wanted = null;
      end({ kind: 'waiting' });
    },
  };
}
