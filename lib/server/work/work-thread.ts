import type { Worker } from 'node:worker_threads';
import { limited } from '../catalogue/limited';

/** What a thread answers to a message with this id. */
type Answer<Given> = { readonly id: number } & ({ readonly value: Given } | { readonly error: string });

interface Waiting<Given> {
  readonly resolve: (value: Given) => void;
  readonly reject: (error: Error) => void;
}

/** A thread without work ends after so long, in milliseconds, and gives back its memory. */
const IDLE = 60_000;

/**
 * Work in a thread of its own, one piece after the other, so that the server answers others meanwhile. The thread starts with the first piece, and is made anew
 * when it breaks. It is sent `{id, …asked}` and answers `{id, value}` or `{id, error}`; `{left: id}` says that nobody waits for it any more.
 */
export class WorkThread<Asked extends object, Given> {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting<Given>>();
  private readonly inTurn = limited(1);
  private idle: NodeJS.Timeout | undefined;
  private last = 0;
  constructor(
    private readonly start: () => Worker,
    /** What is said where it ends by itself: `The thread that draws pictures has ended.` */
    private readonly ended: string,
  ) {}

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
    worker.on('message', (answer: Answer<Given>) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('value' in answer) waiting?.resolve(answer.value);
      else waiting?.reject(new Error(answer.error));
    });
    worker.on('error', (error) => this.fail(worker, error as Error));
    worker.on('exit', () => this.fail(worker, new Error(this.ended)));
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

  /** What comes of a piece of work. One whose `signal` is aborted before its turn is not done, and the thread is told where it is aborted later. */
  ask(asked: Asked, signal?: AbortSignal): Promise<Given> {
    return this.inTurn(async () => {
      signal?.throwIfAborted();
      clearTimeout(this.idle);
      const id = this.last++;
      const worker = this.running();
      const leave = () => worker.postMessage({ left: id });
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await new Promise((resolve, reject) => {
          this.waiting.set(id, { resolve, reject });
          worker.postMessage({ id, ...asked });
        });
      } finally {
        signal?.removeEventListener('abort', leave);
        this.rest();
      }
    });
  }
}
