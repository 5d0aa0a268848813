import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../../../store/program-folder';
import { limited } from '../../catalogue/limited';

/** What a thread is asked to draw. */
interface Drawing {
  readonly svg: string;
  /** Pixels for each of the SVG. */
  readonly scale: number;
  /** The font files that its text needs, by absolute path. */
  readonly fontFiles: readonly string[];
}

type Answer = { readonly id: number } & (
  | { readonly png: Uint8Array<ArrayBuffer> }
  | { readonly error: string }
);

interface Waiting {
  readonly resolve: (png: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** A thread without work ends after so long, in milliseconds, and gives back its memory. */
const IDLE = 60_000;

/** Draws pictures in a thread of their own, which starts with the first and is made anew when it breaks. */
export class PictureThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly inTurn = limited(1);
  private idle: NodeJS.Timeout | undefined;
  private last = 0;
  constructor(private readonly start: () => Worker = startThread) {}

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = this.start();
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('png' in answer) waiting?.resolve(answer.png);
      else waiting?.reject(new Error(answer.error));
    });
    worker.on('error', (error) => this.fail(worker, error as Error));
    worker.on('exit', () => this.fail(worker, new Error('The thread that draws pictures has ended.')));
    this.worker = worker;
    return worker;
  }

  private rest(): void {
    this.idle = setTimeout(() => {
      const { worker } = this;
      this.worker = null;
      void worker?.terminate();
    }, IDLE).unref();
  }

  /** The PNG of a drawing. One whose `signal` is aborted before its turn is not drawn. */
  draw(drawing: Drawing, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return this.inTurn(async () => {
      signal?.throwIfAborted();
      clearTimeout(this.idle);
      const id = this.last++;
      const worker = this.running();
      try {
        return await new Promise((resolve, reject) => {
          this.waiting.set(id, { resolve, reject });
          worker.postMessage({ id, ...drawing });
        });
      } finally {
        this.rest();
      }
    });
  }
}

function startThread(): Worker {
  const program = join(/* turbopackIgnore: true */ programFolder(), 'bin', 'draw-pictures.mjs');
  return new Worker(program);
}

const held = globalThis as typeof globalThis & { annalsPictures?: PictureThread };

/** The thread of this process. Global, for Next loads modules anew for each kind of route. */
export function pictureThread(): PictureThread {
  held.annalsPictures ??= new PictureThread();
  return held.annalsPictures;
}
