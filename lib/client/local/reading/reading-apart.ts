import type { ImportProgress, OnProgress } from '../../../formats/progress';
import type { BuiltPart } from '../../../importers/build/rows-build';
import type { ImportOptions } from '../../../importers/run/import-file';
import type { Problem } from '../../../problems/problem';
import type { CodedBatch } from '../../../series/parts/coded-batch';
import { paced } from '../paced';
import { nextTurn } from '../query-queue';
import type {
  BatchesOf,
  BuildRequest,
  BuiltRest,
  CodedSink,
  ReadingRequest,
  ReadingSession,
} from './reading-session';

/** Batches that may wait to be taken. */
const MOST_WAITING = 24;
/** Batches that are said to be taken at once, for each message costs both sides. */
const TAKEN_AT_ONCE = 8;

/** What can be asked: of whoever builds later rows only that. */
type Asked = ReadingRequest | BuildRequest | { readonly kind: 'build-later' };

/** To whoever reads the file. `id` is the asker's own number for what is asked. */
type ToReader =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Asked }
  | { readonly kind: 'cancel' | 'taken'; readonly id: number }
  /** All incidents of the later rows are taken; this is the rest of them. */
  | { readonly kind: 'built-later'; readonly id: number; readonly part: BuiltPart };

/** From there: one `done` or `failed` for each thing asked, and before it what a file becomes; `later` is where the incidents of later rows are. */
type FromReader =
  | { readonly kind: 'batch'; readonly id: number; readonly batch: CodedBatch }
  | { readonly kind: 'problems'; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'later'; readonly id: number; readonly port: MessagePort }
  | { readonly kind: 'restart'; readonly id: number }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly aborted: boolean };

/** What is under way for one request. */
interface Work {
  readonly controller: AbortController;
  waiting: number;
  wake: () => void;
  builtLater: (part: BuiltPart) => void;
}

/** Lets a session be asked through a port. */
export function serveReading(port: MessagePort, session: ReadingSession): void {
  serve(port, (ask, sink, options) => {
    if (ask.kind === 'build-later') throw new Error('No rows were handed over.');
    return ask.kind === 'build' ? session.build(ask, sink, options) : session.answer(ask, options);
  });
}

/** Lets later rows be built for whoever asks through a port. */
export function serveLater(
  port: MessagePort,
  build: (sink: CodedSink, options: ImportOptions) => Promise<BuiltPart>,
): void {
  serve(port, (_, sink, options) => build(sink, options));
}

type Answering = (ask: Asked, sink: CodedSink, options: ImportOptions) => Promise<unknown>;

function serve(port: MessagePort, answering: Answering): void {
  const under = new Map<number, Work>();
  const send = (message: FromReader, handedOver: Transferable[] = []) =>
    port.postMessage(message, handedOver);
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
    restart: () => send({ kind: 'restart', id }),
    later(from) {
      send({ kind: 'later', id, port: from }, [from]);
      return new Promise((resolve, reject) => {
        work.builtLater = resolve;
        const { signal } = work.controller;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
  });
  const answer = async ({ id, ask }: Extract<ToReader, { kind: 'ask' }>) => {
    const work: Work = {
      ...{ controller: new AbortController(), waiting: 0 },
      ...{ wake: () => {}, builtLater: () => {} },
    };
    under.set(id, work);
    const { signal } = work.controller;
    const options = {
      signal,
      onProgress: paced((progress: ImportProgress) => send({ kind: 'progress', id, progress })),
    };
    try {
      const given = await answering(ask, sinkOf(id, work), options);
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
    else if (data.kind === 'built-later') work.builtLater(data.part);
    else work.controller.abort();
    work.wake();
  };
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly progress: JoinedProgress;
  readonly sink: Pick<CodedSink, 'batch' | 'problems' | 'restart'> | null;
  readonly tell: OnProgress;
  /** Ends what is done for it elsewhere. */
  readonly left: AbortController;
  taken: number;
}

/** Tells the progress of several who read a part of a file each as that of one. */
class JoinedProgress {
  readonly #told = new Map<number, ImportProgress>();
  #readers = 0;

  constructor(private readonly tell: OnProgress = () => undefined) {}

  /** What one more of them tells it to. */
  add(): OnProgress {
    const reader = ++this.#readers;
    return (progress) => {
      this.#told.set(reader, progress);
      let [bytes, rows] = [0, 0];
      for (const told of this.#told.values()) [bytes, rows] = [bytes + told.bytes, rows + told.rows];
      this.tell({ ...progress, bytes, rows });
    };
  }

  clear(): void {
    this.#told.clear();
  }
}

/** Asks through a port. */
function asker(port: MessagePort, of: BatchesOf) {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (message: ToReader, handedOver: Transferable[] = []) => port.postMessage(message, handedOver);
  const leave = (id: number, one: Waiting) => {
    waiting.delete(id);
    one.left.abort();
  };
  const fail = (id: number, one: Waiting, error: unknown) => {
    leave(id, one);
    send({ kind: 'cancel', id });
    one.reject(error);
  };
  const take = async (id: number, batch: CodedBatch, one: Waiting) => {
    try {
      await one.sink?.batch(batch, of);
      if (++one.taken % TAKEN_AT_ONCE === 0) send({ kind: 'taken', id });
    } catch (error) {
      fail(id, one, error);
    }
  };
  const takeLater = async (id: number, from: MessagePort, one: Waiting) => {
    try {
      const ask = asker(from, 'later');
      const part = (await ask({ kind: 'build-later' }, one.sink, one.progress, one.left.signal)) as BuiltPart;
      const { ids, contents } = part.rows.seen;
      send({ kind: 'built-later', id, part }, [ids.buffer, contents.buffer]);
    } catch (error) {
      fail(id, one, error);
    } finally {
      from.close();
    }
  };
  port.onmessage = ({ data }: MessageEvent<FromReader>) => {
    const one = waiting.get(data.id);
    if (one === undefined) {
      if (data.kind === 'later') data.port.close();
    } else if (data.kind === 'batch') void take(data.id, data.batch, one);
    else if (data.kind === 'problems') one.sink?.problems(data.problems);
    else if (data.kind === 'progress') one.tell(data.progress);
    else if (data.kind === 'later') void takeLater(data.id, data.port, one);
    else if (data.kind === 'restart') {
      one.progress.clear();
      one.sink?.restart();
    } else {
      leave(data.id, one);
      if (data.kind === 'done') one.resolve(data.answer);
      else
        one.reject(
          data.aborted ? new DOMException('The work was stopped.', 'AbortError') : new Error(data.message),
        );
    }
  };
  return (wanted: Asked, sink: Waiting['sink'], progress: JoinedProgress, signal: AbortSignal | undefined) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      const left = new AbortController();
      const stop = () => {
        if (waiting.has(id)) send({ kind: 'cancel', id });
        left.abort();
      };
      signal?.addEventListener('abort', stop, { once: true });
      waiting.set(id, { resolve, reject, progress, tell: progress.add(), sink, left, taken: 0 });
      send({ kind: 'ask', id, ask: wanted });
    });
}

/** The session behind a port, see {@link serveReading}. */
export function readingBehind(port: MessagePort): ReadingSession {
  const ask = asker(port, 'first');
  return {
    answer: (wanted, { onProgress, signal }) =>
      ask(wanted, null, new JoinedProgress(onProgress), signal) as Promise<never>,
    build: (wanted, sink, { onProgress, signal }) =>
      ask(wanted, sink, new JoinedProgress(onProgress), signal) as Promise<BuiltRest>,
  };
}
