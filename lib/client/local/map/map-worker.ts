import type { Engine } from '../../../query/engine';
import type { Query } from '../../../query/query';
import type { ResultOf } from '../../../query/result';
import type { ToWorker } from '../local-protocol';
import { workerConnection } from '../worker-connection';
import { drawMap } from './draw-map';
import { mapDrawer } from './map-drawer';

/**
 * The worker of /open that draws maps. It fetches outlines, the same for every file; what is in one it asks the worker that answers,
 * through the port that it is told of first.
 */
export type ToMapWorker =
  | Extract<ToWorker, { kind: 'ask' | 'cancel' }>
  | { readonly kind: 'answers'; readonly port: MessagePort };

/** An engine that is asked through a port. */
function engineBehind(port: MessagePort): Pick<Engine, 'run'> {
  port.start();
  const { ask } = workerConnection({
    postMessage: port.postMessage.bind(port),
    addEventListener: port.addEventListener.bind(port),
    terminate: () => port.close(),
  });
  return {
    run: <Q extends Query>(query: Q, signal?: AbortSignal) =>
      ask({ kind: 'query', query }, { signal }) as Promise<ResultOf<Q>>,
  };
}

let engine: Pick<Engine, 'run'> | null = null;
const take = mapDrawer(
  (message) => self.postMessage(message),
  async (info, view, signal) => {
    if (engine === null) throw new Error('The worker was told nothing yet.');
    return drawMap(engine, info, view, signal);
  },
);
self.addEventListener('message', ({ data }: MessageEvent<ToMapWorker>) => {
  if (data.kind === 'answers') engine = engineBehind(data.port);
  else take(data);
});
