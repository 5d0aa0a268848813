'use client';

import { useEffect, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { useEngine } from '@/components/dashboard/state/engine-context';
import { planPosition } from '@/lib/query/plan';
import type { IncidentResult, PositionResult } from '@/lib/query/result';
import type { IncidentId } from '@/lib/series/model';

/** What is known of the incident that is open. `found` and `position` are of `id`, or null while they are asked for. */
export interface OpenIncident {
  readonly id: IncidentId | null;
  readonly found: IncidentResult | null;
  readonly position: PositionResult | null;
  readonly failure: string | null;
  readonly retry: () => void;
}

interface Answer<T> {
  readonly key: string;
  readonly result: T | null;
  readonly failure: string | null;
}

/** Asks once for each key; an answer to an older key is never given out. */
function useAsked<T>(key: string, ask: ((signal: AbortSignal) => Promise<T>) | null): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ key: '', result: null, failure: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!ask) return;
    const controller = new AbortController();
    const { signal } = controller;
    ask(signal).then(
      (result) => {
        if (!signal.aborted) setAnswer({ key, result, failure: null });
      },
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) setAnswer({ key, result: null, failure });
      },
    );
    return () => controller.abort();
  }, [key]);
  return answer.key === key ? answer : { key, result: null, failure: null };
}

/** The incident that the address opens, and where it stands among the rows of the view. */
export function useOpenIncident(): OpenIncident {
  const { info, view } = useDashboard();
  const engine = useEngine();
  const [attempt, setAttempt] = useState(0);
  const id = view.incident as IncidentId | null;
  const place = id === null ? null : planPosition(view, info, id);
  const found = useAsked(
    `${attempt} ${id}`,
    id === null ? null : (signal) => engine.run({ kind: 'incident', incident: id }, signal),
  );
  const position = useAsked(
    `${attempt} ${JSON.stringify(place)}`,
    place && ((signal) => engine.run(place, signal)),
  );
  return {
    id,
    found: found.result,
    position: position.result,
    failure: found.failure ?? position.failure,
    retry: () => setAttempt((n) => n + 1),
  };
}
