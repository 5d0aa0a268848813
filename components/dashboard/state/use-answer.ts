'use client';

import type { Query } from '@/lib/query/query';
import type { ResultOf } from '@/lib/query/result';
import { useEngine } from './engine-context';
import { type Asked, useAsked } from './use-asked';

/** How queries of one kind stand, in their order. */
export interface QueriesAsked<Q extends Query> {
  readonly asked: readonly Asked<ResultOf<Q>>[];
  readonly retry: () => void;
}

/** Asks the page's engine; what is listed no more is given up. */
export function useAnswers<Q extends Query>(queries: readonly Q[]): QueriesAsked<Q> {
  const engine = useEngine();
  return useAsked(
    queries.map((query) => ({
      key: JSON.stringify(query),
      run: (signal: AbortSignal) => engine.run(query, signal),
    })),
  );
}

/** How one query stands; `none` where there is nothing to ask. */
export type Answer<T> = (Asked<T> | { readonly kind: 'none' }) & { readonly retry: () => void };

/**
 * Asks the page's engine one query. An answer is always of the query that is asked now; the one before is given up,
 * and so is the last when the component goes.
 */
export function useAnswer<Q extends Query>(query: Q | null): Answer<ResultOf<Q>> {
  const { asked, retry } = useAnswers(query === null ? [] : [query]);
  return { ...(asked[0] ?? ({ kind: 'none' } as const)), retry };
}
