import type { Query } from '../../../lib/query/query';
import type { Rows } from '../made-up';
import { brushing, choosing } from '../queries';
import type { Done, Measured } from '../work';

/** Rows to make columns of, or queries of a step. */
export type ToWorker = { readonly rows: Rows } | { readonly queries: readonly Query[] };

export interface FromWorker {
  /** Milliseconds of the engine. */
  readonly time: number;
  readonly results: readonly unknown[];
}

/** The engine of Annals in its worker. */
export async function openAnnals(rows: Rows): Promise<Measured> {
  const worker = new Worker('annals-worker.js');
  const ask = (message: ToWorker) =>
    new Promise<FromWorker>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
      worker.postMessage(message);
    });
  await ask({ rows });
  const step = async ({ queries, answer }: ReturnType<typeof brushing>): Promise<Done> => {
    const begun = performance.now();
    const { time, results } = await ask({ queries });
    return { time, withMessages: performance.now() - begun, answer: () => answer(results) };
  };
  return {
    brush: (window) => step(brushing(window)),
    toggle: (actor) => step(choosing(actor)),
  };
}
