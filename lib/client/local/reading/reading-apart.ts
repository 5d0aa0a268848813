import type { ImportProgress } from '../../../formats/progress';
import type { ImportOptions } from '../../../importers/run/import-file';
import type { Problem } from '../../../problems/problem';
import type { CodedBatch } from '../../../series/parts/coded-batch';
import { paced } from '../paced';
import { nextTurn } from '../query-queue';
import type { BuildRequest, CodedSink, ReadingRequest, ReadingSession } from './reading-session';

/** Batches that may wait to be taken. */
const MOST_WAITING = 24;
/** Batches that are said to be taken at once, for each message costs both sides. */
const TAKEN_AT_ONCE = 8;

/** To whoever reads the file. `id` is the asker's own number for what is asked. */
type ToReader =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: ReadingRequest | BuildRequest }
  | { readonly kind: 'cancel' | 'taken'; readonly id: number };

/** From there: one `done` or `failed` for each thing asked, and before it what a file becomes. */
type FromReader =
  | { readonly kind: 'batch'; readonly id: number; readonly batch: CodedBatch }
  | { readonly kind: 'problems'; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly aborted: boolean };

/** What is under way for one request. */
interface Work {
  readonly controller: AbortController;
  waiting: number;
  wake: () => void;
}

/** Lets a session be asked through a port. */
export function serveReading(port: MessagePort, session: ReadingSession): void {
  const under = new Map<number, Work>();
  const send = (message: FromReader, handedOver: ArrayBuffer[] = []) => port.postMessage(message, handedOver);
  const sinkOf = (id: number, work: Work): CodedSink => ({
    async batch(batch) {
      while (work.waiting >= MOST_WAITING && !work.controller.signal.aborted) {
        await new Promise<void>((resolve) => {
          work.wake = resolve;
        });
      }
      work.waiting += 1;
      send({ kind: 'batch', id, batch }, [batch.codes.buffer]);
      // A word that nobody waits any more must come in.
      await nextTurn();
    },
    problems: (problems) => send({ kind: 'problems', id, problems }),
  });
  const answer = async ({ id, ask }: Extract<ToReader, { kind: 'ask' }>) => {
    const work: Work = { controller: new AbortController(), waiting: 0, wake: () => {} };
    under.set(id, work);
    const { signal } = work.controller;
    const options = {
      signal,
      onProgress: paced((progress: ImportProgress) => send({ kind: 'progress', id, progress })),
    };
    try {
      const given =
        ask.kind === 'build'
          ? await session.build(ask, sinkOf(id, work), options)
          : await session.answer(ask, options);
      send({ kind: 'done', id, answer: given });
    } catch (error) {
      const aborted = error instanceof DOMException && error.name === 'AbortError';
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: 'failed', id, aborted, message });
    } finally {
      under.delete(id);
    }
  };
  port.onmessage = ({ data }: MessageEvent<ToReader>) => {
    if (data.kind === 'ask') return void answer(data);
    const work = under.get(data.id);
    if (work === undefined) return;
    if (data.kind === 'taken') work.waiting -= TAKEN_AT_ONCE;
    else work.controller.abort();
    work.wake();
  };
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ImportOptions['onProgress'];
  readonly sink: CodedSink | null;
  taken: number;
}

/** The session behind a port, see {@link serveReading}. */
export function readingBehind(port: MessagePort): ReadingSession {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (message: ToReader) => port.postMessage(message);
  const take = async (id: number, batch: CodedBatch, one: Waiting) => {
    try {
      await one.sink?.batch(batch);
      if (++one.taken % TAKEN_AT_ONCE === 0) send({ kind: 'taken', id });
    } catch (error) {
      waiting.delete(id);
      send({ kind: 'cancel', id });
      one.reject(error);
    }
  };
  port.onmessage = ({ data }: MessageEvent<FromReader>) => {
    const one = waiting.get(data.id);
    if (one === undefined) return;
    if (data.kind === 'batch') void take(data.id, data.batch, one);
    else if (data.kind === 'problems') one.sink?.problems(data.problems);
    else if (data.kind === 'progress') one.onProgress?.(data.progress);
    else {
      waiting.delete(data.id);
      if (data.kind === 'done') one.resolve(data.answer);
      else
        one.reject(
          data.aborted ? new DOMException('The work was stopped.', 'AbortError') : new Error(data.message),
        );
    }
  };
  const ask = (wanted: ReadingRequest | BuildRequest, sink: CodedSink | null, options: ImportOptions) =>
    new Promise<never>((resolve, reject) => {
      const id = ++last;
      const { signal, onProgress } = options;
      signal?.addEventListener('abort', () => waiting.has(id) && send({ kind: 'cancel', id }), {
        once: true,
      });
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress, sink, taken: 0 });
      send({ kind: 'ask', id, ask: wanted });
    });
  return {
    answer: (wanted, options) => ask(wanted, null, options),
    build: (wanted, sink, options) => ask(wanted, sink, options),
  };
}
