import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Watch } from '../../query/watch/watch';
import { programFolder } from '../../store/program-folder';
import type { View } from '../../view/view';
import { WorkThread } from '../work/work-thread';

/** A watch that a thread is asked for: the store it reads, and the view with what is known of its revision. */
export interface WatchAsked {
  readonly store: string;
  readonly view: View;
  readonly info: SeriesInfo;
}

type WatchThread = WorkThread<WatchAsked, Watch>;

function startThread(): Worker {
  return new Worker(join(/* turbopackIgnore: true */ programFolder(), 'bin', 'watch-thread.mjs'));
}

const held = globalThis as typeof globalThis & { annalsWatches?: WatchThread };

/** The thread of this process that watches large series. Global, for Next loads modules anew for each kind of route. */
export function watchThread(): WatchThread {
  held.annalsWatches ??= new WorkThread(startThread, 'The thread that watches has ended.');
  return held.annalsWatches;
}
