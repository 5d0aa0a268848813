'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** Something to ask for. Two with the same key ask for the same. */
export interface Ask<T> {
  readonly key: string;
  readonly run: (signal: AbortSignal) => Promise<T>;
}

/** How an ask stands. */
export type Asked<T> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'answer'; readonly result: T }
  /** `message` is a sentence for the reader. */
  | { readonly kind: 'error'; readonly message: string };

interface Running {
  readonly controller: AbortController;
  failed: boolean;
}

const PENDING = { kind: 'pending' } as const;

/**
 * Asks for each key once, for as long as it is listed: what is listed no more is given up and forgotten, and so is all
 * of it when the component goes. The answers stand in the order of the asks; `retry` asks anew for what failed.
 */
export function useAsked<T>(asks: readonly Ask<T>[]): {
  readonly asked: readonly Asked<T>[];
  readonly retry: () => void;
} {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Asked<T>>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const running = useRef(new Map<string, Running>());
  const keys = asks.map(({ key }) => key).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the asks, an attempt asks anew
  useEffect(() => {
    const listed = new Set(asks.map(({ key }) => key));
    for (const { key, run } of asks) {
      if (running.current.has(key)) continue;
      const one: Running = { controller: new AbortController(), failed: false };
      const { signal } = one.controller;
      running.current.set(key, one);
      const settle = (outcome: Asked<T>) => {
        if (signal.aborted) return;
        one.failed = outcome.kind === 'error';
        setOutcomes((old) => new Map(old).set(key, outcome));
      };
      run(signal).then(
        (result) => settle({ kind: 'answer', result }),
        (error: unknown) =>
          settle({ kind: 'error', message: error instanceof Error ? error.message : String(error) }),
      );
    }
    for (const [key, one] of running.current) {
      if (listed.has(key)) continue;
      one.controller.abort();
      running.current.delete(key);
    }
    setOutcomes((old) => {
      const kept = [...old].filter(([key]) => listed.has(key));
      return kept.length === old.size ? old : new Map(kept);
    });
  }, [keys, attempt]);
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { controller } of all.values()) controller.abort();
      all.clear();
    };
  }, []);

  const retry = useCallback(() => {
    for (const [key, { failed }] of running.current) if (failed) running.current.delete(key);
    setOutcomes((old) => new Map([...old].filter(([, { kind }]) => kind !== 'error')));
    setAttempt((n) => n + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the asks
  const asked = useMemo(() => asks.map(({ key }) => outcomes.get(key) ?? PENDING), [keys, outcomes]);
  return { asked, retry };
}
