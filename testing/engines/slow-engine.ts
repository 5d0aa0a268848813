import type { Engine } from '@/lib/query/engine';

/** A query that waits for its answer. */
export interface OpenQuery {
  readonly key: string;
  /** Answers with what was asked, so that an answer can be told from others. */
  readonly answer: () => void;
  readonly fail: () => void;
}

/** An answer of {@link slowEngine}. Without values, it reads as an empty facet where one is needed. */
export interface Echo {
  readonly of: string;
  readonly values: readonly never[];
}

/** An engine of tests that answers when it is told to, and stops what is aborted. */
export function slowEngine() {
  const open: OpenQuery[] = [];
  const answered: string[] = [];
  const aborted: string[] = [];
  const engine: Engine = {
    name: 'slow',
    close: () => Promise.resolve(),
    run: (query, signal) =>
      new Promise((resolve, reject) => {
        const key = JSON.stringify(query);
        const leave = () => {
          const at = open.indexOf(one);
          if (at >= 0) open.splice(at, 1);
          return at >= 0;
        };
        const one: OpenQuery = {
          key,
          answer: () => {
            if (!leave()) return;
            answered.push(key);
            resolve({ of: key, values: [] } satisfies Echo as never);
          },
          fail: () => {
            if (leave()) reject(new Error('the server is gone'));
          },
        };
        open.push(one);
        signal?.addEventListener('abort', () => {
          if (!leave()) return;
          aborted.push(key);
          reject(signal.reason as Error);
        });
      }),
  };
  return { engine, open, answered, aborted };
}
