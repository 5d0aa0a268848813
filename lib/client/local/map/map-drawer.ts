import type { SeriesInfo } from '../../../query/info/series-info';
import type { FromWorker, MapRequest, ToWorker } from '../local-protocol';
import type { drawMap } from './draw-map';

/** The worker's side of maps: draws what is asked for. Gives what takes messages; `draw` is given what is known of the series. */
export function mapDrawer(
  send: (message: FromWorker) => void,
  draw: (info: SeriesInfo, view: MapRequest['view'], signal: AbortSignal) => ReturnType<typeof drawMap>,
): (message: Extract<ToWorker, { kind: 'ask' | 'cancel' }>) => void {
  const under = new Map<number, AbortController>();
  let known: SeriesInfo | null = null;
  const drawn = async (id: number, { view }: MapRequest, info: SeriesInfo | null): Promise<void> => {
    const controller = new AbortController();
    under.set(id, controller);
    try {
      if (info === null) throw new Error('The worker was told nothing of the series.');
      const answer = await draw(info, view, controller.signal);
      controller.signal.throwIfAborted();
      send({ kind: 'done', id, answer });
    } catch (error) {
      const aborted = controller.signal.aborted;
      send({ kind: 'failed', id, aborted, message: error instanceof Error ? error.message : String(error) });
    } finally {
      under.delete(id);
    }
  };
  return (message) => {
    if (message.kind === 'cancel') return under.get(message.id)?.abort();
    if (message.ask.kind !== 'map')
      throw new Error(`This worker draws maps, and has no ${message.ask.kind}.`);
    known = message.ask.info ?? known;
    void drawn(message.id, message.ask, known);
  };
}
