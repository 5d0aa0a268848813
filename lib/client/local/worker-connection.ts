import type { ImportProgress } from '../../formats/progress';
import type { AnswerTo, FromWorker, ToWorker, WorkerRequest } from './local-protocol';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
}

/** What goes with a request. */
export interface AskOptions {
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The part of `Worker` that a connection needs. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Requests and answers over one worker. */
export interface WorkerConnection {
  ask<K extends WorkerRequest['kind']>(
    ask: Extract<WorkerRequest, { kind: K }>,
    options?: AskOptions,
  ): Promise<AnswerTo<K>>;
  /** Ends the worker and whatever it is doing; every request under way is rejected, with `AbortError` where no other reason is given. */
  end(reason?: Error): void;
}

const STOPPED = () => new DOMException('The work was stopped.', 'AbortError');

/** That a worker has broken, in words for the reader. */
export function broken({ message }: Pick<ErrorEvent, 'message'>): Error {
  return new Error(`The browser could not do it: ${message || 'it ran out of memory'}.`);
}

/** Speaks with a worker. A worker that breaks rejects what is under way, in words for the reader. */
export function workerConnection(worker: WorkerLike): WorkerConnection {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const send = (message: ToWorker) => worker.postMessage(message);
  const rejectAll = (reason: unknown) => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if (data.kind === 'progress') return one.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.kind === 'done') one.resolve(data.answer);
    else one.reject(data.aborted ? STOPPED() : new Error(data.message));
  });
  worker.addEventListener('error', (event: ErrorEvent) => {
    event.preventDefault();
    rejectAll(broken(event));
  });

  return {
    ask: (ask, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(STOPPED());
        last += 1;
        const id = last;
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
        signal?.addEventListener('abort', () => waiting.has(id) && send({ kind: 'cancel', id }), {
          once: true,
        });
        send({ kind: 'ask', id, ask });
      }),
    end(reason = STOPPED()) {
      worker.terminate();
      rejectAll(reason);
    },
  };
}
