import type { SeriesInfo } from '../../../query/info/series-info';
import type { MapAnswers } from '../../../render/map/ask-map';
import type { View } from '../../../view/view';
import type { ToWorker } from '../local-protocol';
import { broken, type WorkerConnection, type WorkerLike, workerConnection } from '../worker-connection';
import type { ToMapWorker } from './map-worker';

/** A bundler finds the script by this very expression. */
function mapWorker(): WorkerLike {
  return new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module', name: 'annals-map' });
}

interface Open {
  readonly connection: WorkerConnection;
  /** The series that it was told of. */
  told: SeriesInfo | null;
}

/**
 * Draws maps in a worker of its own, which asks the one that answers: outlines of the world, and very many points, take long enough to be
 * felt in a page that somebody scrolls. It begins with the first map. Where it breaks, what is under way is rejected in words for the
 * reader, and the next map gets another.
 */
export function mapsApart(answering: WorkerLike, makeWorker = mapWorker) {
  let open: Open | null = null;
  // A port tells nobody that the worker behind it has broken: what a map asks of it would be waited for for ever.
  answering.addEventListener('error', (event: ErrorEvent) => {
    open?.connection.end(broken(event));
    open = null;
  });
  const begun = (): Open => {
    const worker = makeWorker();
    const { port1, port2 } = new MessageChannel();
    answering.postMessage({ kind: 'answer', asked: port1 } satisfies ToWorker, [port1]);
    worker.postMessage({ kind: 'answers', port: port2 } satisfies ToMapWorker, [port2]);
    const made = { connection: workerConnection(worker), told: null };
    worker.addEventListener('error', () => {
      worker.terminate();
      if (open === made) open = null;
    });
    return made;
  };
  return {
    async draw(info: SeriesInfo, view: View, signal: AbortSignal): Promise<MapAnswers | null> {
      signal.throwIfAborted();
      open ??= begun();
      const isTold = open.told === info;
      open.told = info;
      return open.connection.ask({ kind: 'map', view, info: isTold ? null : info }, { signal });
    },
    end(): void {
      open?.connection.end();
      open = null;
    },
  };
}
