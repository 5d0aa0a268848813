import { SharedWork } from '../../caches/shared-work';
import { sizeOf } from '../../caches/size-of';
import { type Watch, watchView } from '../../query/watch/watch';
import { changeView } from '../../view/change';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import type { OpenRevision } from '../catalogue/catalogue';
import { onRemoval } from '../catalogue/removals';
import { storeFolder } from '../catalogue/server-catalogue';
import { watchThread } from './watch-apart';

/** Bytes of watches that are kept: of a revision and a view one is always the same. */
const KEPT = 16_000_000;
/** Of more incidents the watch goes on in a thread of its own; of fewer it is done sooner than that could start. */
const MOST_HERE = 20_000;
const kept = new SharedWork<Watch>(KEPT);
onRemoval(() => kept.clear());

/** The part of a view that a watch goes by: its filters, its window and its bin. */
export function watchedView(view: View): View {
  return changeView(view, { incident: null, select: null });
}

/** The watch over a view of a revision, made once for all who ask for it. */
export function watchOf({ info, engine }: OpenRevision, asked: View, signal?: AbortSignal): Promise<Watch> {
  const view = changeView(watchedView(asked), { compare: null });
  const key = `${info.guide.meta.id} ${info.revision} ${serializeView(view)}`;
  const run = (stop: AbortSignal) =>
    info.incidents > MOST_HERE
      ? watchThread().ask({ store: storeFolder(), view, info }, stop)
      : watchView(engine, view, info, stop);
  return kept.ask(key, { run, bytes: sizeOf }, signal);
}
