import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { currentAnswer } from '../http/page-status';
import { clientOf, trustedProxies } from './client';
import { FairQueue, type QueueRules, RefusedError, type WorkKind } from './fair-queue';
import { pacedStream } from './paced-stream';

/**
 * Pages always find room, for exports and pictures together leave some; each is mostly DuckDB's own threads or a thread of
 * ours, so that a few more run than there are cores.
 */
function rules(cores: number): QueueRules {
  const places = 4 + 2 * cores;
  return {
    places,
    kinds: {
      page: { weight: 1, most: places },
      export: { weight: 2, most: 4 },
      picture: { weight: 2, most: 2 },
    },
    ...{ mostWaiting: 400, mostPerClient: 120, patience: 30_000 },
  };
}

/** How long a work may take once it has its place, in milliseconds. */
const DEADLINES: Readonly<Record<WorkKind, number>> = { page: 60_000, export: 120_000, picture: 60_000 };

/** Seconds after which to ask again for what took too long: what others ask now may be over then. */
const SLOW_RETRY = 60;

const held = globalThis as typeof globalThis & { annalsQueue?: FairQueue };

/** The queue of this process. Global, for Next loads modules anew for pages and routes. */
function queue(): FairQueue {
  held.annalsQueue ??= new FairQueue(rules(availableParallelism()));
  return held.annalsQueue;
}

/** Who sent the request that is being answered. */
function currentClient(): string {
  const request = currentAnswer()?.req;
  const forwarded = request?.headers['x-forwarded-for'];
  return clientOf(
    request?.socket.remoteAddress,
    typeof forwarded === 'string' ? forwarded : forwarded?.join(','),
    trustedProxies(process.env.ANNALS_TRUST_PROXY),
  );
}

/** Aborted when the connection of the request that is being answered closes before its answer is whole. */
function currentSignal(): AbortSignal | undefined {
  const answer = currentAnswer();
  if (!answer) return undefined;
  const controller = new AbortController();
  if (answer.destroyed) controller.abort();
  answer.once('close', () => answer.writableFinished || controller.abort());
  return controller.signal;
}

/** What is done for one request. */
export interface RequestWork {
  readonly kind: WorkKind;
  /** Aborted when the reader leaves or the deadline has passed. */
  readonly signal: AbortSignal;
  /** Does a work when its turn comes, see {@link FairQueue.run}. A deadline that passes aborts `signal` with a {@link RefusedError}. */
  place<T>(work: () => Promise<T>): Promise<T>;
  /** The same for one more piece of what was let in before. */
  goOn<T>(work: () => Promise<T>): Promise<T>;
  /** An answer whose body is made while it is read: each chunk of it is such a piece. Throws {@link RefusedError}. */
  paced(response: Response): Promise<Response>;
}

/** The work of the request that is being answered. `signal` is that of a route; pages have that of their connection. */
export function requestWork(kind: WorkKind, signal: AbortSignal | undefined = currentSignal()): RequestWork {
  const client = currentClient();
  const deadline = new AbortController();
  const own = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
  // Each query of a page listens.
  setMaxListeners(0, own);
  const inTime = async <T>(work: () => Promise<T>): Promise<T> => {
    const timer = setTimeout(() => deadline.abort(new RefusedError('slow', SLOW_RETRY)), DEADLINES[kind]);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  };
  const goOn = <T>(work: () => Promise<T>) =>
    queue().run({ kind, client, signal: own, begun: true }, () => inTime(work));
  return {
    ...{ kind, signal: own, goOn },
    place: (work) => queue().run({ kind, client, signal: own }, () => inTime(work)),
    paced: async (response) => {
      const { body, status, headers } = response;
      if (body === null) return response;
      try {
        return new Response(pacedStream(body, goOn, openStream(client)), { status, headers });
      } catch (error) {
        await body.cancel().catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Files that may be read at once, of all clients and of one: each holds an engine and some thousand rows. */
const STREAMS = { most: 24, mostPerClient: 12 };

const streams = globalThis as typeof globalThis & { annalsStreams?: Map<string, number> };

/** Notes that a client reads a file, until what comes back is called. Throws a {@link RefusedError} where too many are read. */
function openStream(client: string): () => void {
  streams.annalsStreams ??= new Map();
  const open = streams.annalsStreams;
  const own = open.get(client) ?? 0;
  if (own >= STREAMS.mostPerClient) throw new RefusedError('client', SLOW_RETRY);
  if ([...open.values()].reduce((sum, one) => sum + one, 0) >= STREAMS.most) {
    throw new RefusedError('full', SLOW_RETRY);
  }
  open.set(client, own + 1);
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    const left = (open.get(client) ?? 1) - 1;
    if (left > 0) open.set(client, left);
    else open.delete(client);
  };
}

/** Why the request that is being answered gets no place; null where it may wait. */
export function refusedNow(): RefusedError | null {
  return queue().refusal(currentClient());
}
