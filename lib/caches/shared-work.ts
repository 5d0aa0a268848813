import { SizedMap } from './sized-map';

/** One piece of work, shared by everyone who asked while it was under way. */
interface Run<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
  settled: boolean;
}

/** Waits for a shared result; an abort frees this caller only. */
function waitFor<T>(result: Promise<T>, signal: AbortSignal | undefined, leave: () => void): Promise<T> {
  if (!signal) return result;
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      leave();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** What is to be done, whose result is worth keeping: its bytes, or null where it is only shared. */
export interface Work<T> {
  readonly run: (signal: AbortSignal) => Promise<T>;
  readonly bytes: (result: T) => number | null;
}

/**
 * Does the same work once for all who ask for it at once, and keeps results within `most` bytes. Work is aborted when
 * everyone who waits for it has left; what was aborted or has failed is not kept.
 */
export class SharedWork<T> {
  private readonly kept: SizedMap<T>;
  private readonly runs = new Map<string, Run<T>>();
  constructor(most: number) {
    this.kept = new SizedMap(most);
  }

  private start(key: string, { run: work, bytes }: Work<T>): Run<T> {
    const controller = new AbortController();
    const run: Run<T> = { result: work(controller.signal), controller, waiting: 0, settled: false };
    this.runs.set(key, run);
    const isCurrent = () => this.runs.get(key) === run;
    run.result.then(
      (result) => {
        run.settled = true;
        if (!isCurrent()) return;
        this.runs.delete(key);
        const size = bytes(result);
        if (size !== null) this.kept.set(key, result, size);
      },
      () => isCurrent() && this.runs.delete(key),
    );
    return run;
  }

  /** The result of a key. `signal` frees this caller. */
  ask(key: string, work: Work<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const known = this.kept.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const run = this.runs.get(key) ?? this.start(key, work);
    run.waiting += 1;
    return waitFor(run.result, signal, () => {
      run.waiting -= 1;
      if (run.waiting > 0 || run.settled) return;
      if (this.runs.get(key) === run) this.runs.delete(key);
      run.controller.abort(signal?.reason);
    });
  }

  /** Forgets what is kept, and what is under way when it is done. */
  clear(): void {
    this.kept.clear();
    this.runs.clear();
  }
}
