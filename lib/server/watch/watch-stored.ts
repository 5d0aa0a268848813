import { cachedEngine } from '../../engine/cache';
import type { Engine } from '../../query/engine';
import { type Watch, watchView } from '../../query/watch/watch';
import { openStored } from '../catalogue/disk-store';
import type { WatchAsked } from './watch-apart';

/** The revision that was watched last, which often is watched again under other filters. */
let last: { readonly key: string; readonly engine: Promise<Engine> } | null = null;

async function open({ store, info }: WatchAsked): Promise<Engine> {
  const { engine } = await openStored(store, info.guide.meta.id, info.revision);
  return cachedEngine(engine, 0, 'forgotten');
}

/** The watch over a view of a revision in a store: what the thread of watches does. Rejects where `signal` says that nobody waits any more. */
export async function watchStored(asked: WatchAsked, signal?: AbortSignal): Promise<Watch> {
  const key = `${asked.store} ${asked.info.guide.meta.id} ${asked.info.revision}`;
  if (last?.key !== key) {
    const before = last;
    last = { key, engine: open(asked) };
    await before?.engine.then((engine) => engine.close()).catch(() => undefined);
  }
  try {
    return await watchView(await last.engine, asked.view, asked.info, signal);
  } catch (error) {
    if (!signal?.aborted) last = null;
    throw error;
  }
}
