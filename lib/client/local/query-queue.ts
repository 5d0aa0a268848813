import type { Query } from '../../query/query';

/** What is called with the outcome of a query. */
export interface Caller {
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

interface Queued extends Caller {
  readonly id: number;
  readonly query: Query;
  /** Queries with the same filter stand together, for their matches are found once. */
  readonly filter: string;
}

/** Lets messages in before what follows. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Answers queries one after the other, those with the same filter together, and listens in between, so that a query
 * nobody waits for any more is dropped before it is begun.
 */
export function queryQueue(run: (query: Query) => unknown) {
  const queue: Queued[] = [];
  let working = false;

  const takeNext = (filter: string | null): Queued | undefined => {
    const same = queue.findIndex((one) => one.filter === filter);
    return same < 0 ? queue.shift() : queue.splice(same, 1)[0];
  };
  const work = async () => {
    working = true;
    await nextTurn();
    let filter: string | null = null;
    for (let next = takeNext(filter); next; next = takeNext(filter)) {
      filter = next.filter;
      try {
        next.done(await run(next.query));
      } catch (error) {
        next.failed(error);
      }
      await nextTurn();
    }
    working = false;
  };

  return {
    add(id: number, query: Query, caller: Caller): void {
      const filter = query.kind === 'incident' ? '' : JSON.stringify(query.filter);
      queue.push({ ...caller, id, query, filter });
      if (!working) void work();
    },
    /** Drops a query that has not begun; gives whether there was one. */
    cancel(id: number): boolean {
      const at = queue.findIndex((one) => one.id === id);
      if (at < 0) return false;
      queue.splice(at, 1);
      return true;
    },
  };
}
