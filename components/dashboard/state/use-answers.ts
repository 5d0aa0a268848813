'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { type Answers, answerPlan } from '@/lib/query/answers';
import type { Plan } from '@/lib/query/plan';
import { useEngine } from './engine-context';

export interface AnswersState {
  /** The last complete answers; while others are on their way, those of the view before. */
  readonly answers: Answers;
  readonly busy: boolean;
  /** A sentence for the reader where the engine failed. */
  readonly error: string | null;
  readonly retry: () => void;
}

/** The results of every panel. `initial` are those the server drew the page with, for the first plan. */
export function useAnswers(plan: Plan, initial: Answers): AnswersState {
  const engine = useEngine();
  const [answers, setAnswers] = useState(initial);
  const [failure, setFailure] = useState<{ key: string; message: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(plan);
  const [shown, setShown] = useState(key);
  const asked = useRef(key);

  useEffect(() => {
    if (asked.current === key && attempt === 0) return;
    asked.current = key;
    const controller = new AbortController();
    answerPlan(engine, JSON.parse(key) as Plan, controller.signal).then(
      (fresh) => {
        if (controller.signal.aborted) return;
        setAnswers(fresh);
        setShown(key);
        setFailure(null);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setFailure({ key, message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => controller.abort();
  }, [engine, key, attempt]);

  const error = failure?.key === key ? failure.message : null;
  const busy = shown !== key && error === null;
  return useMemo(
    () => ({ answers, busy, error, retry: () => setAttempt((n) => n + 1) }),
    [answers, busy, error],
  );
}
