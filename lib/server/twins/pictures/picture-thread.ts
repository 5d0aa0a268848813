import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../../../store/program-folder';
import { WorkThread } from '../../work/work-thread';

/** What a thread is asked to draw. */
interface Drawing {
  readonly svg: string;
  /** Pixels for each of the SVG. */
  readonly scale: number;
  /** The font files that its text needs, by absolute path. */
  readonly fontFiles: readonly string[];
}

type PictureThread = WorkThread<Drawing, Uint8Array<ArrayBuffer>>;

function startThread(): Worker {
  const program = join(/* turbopackIgnore: true */ programFolder(), 'bin', 'draw-pictures.mjs');
  return new Worker(program);
}

const held = globalThis as typeof globalThis & { annalsPictures?: PictureThread };

/** The thread of this process that draws PNGs. Global, for Next loads modules anew for each kind of route. */
export function pictureThread(): PictureThread {
  held.annalsPictures ??= new WorkThread(startThread, 'The thread that draws pictures has ended.');
  return held.annalsPictures;
}
