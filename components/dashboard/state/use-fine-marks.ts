'use client';

import { startTransition, useEffect, useSyncExternalStore } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { answerFineMarks } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { useAnswersItself, useColumns, useEngine } from './engine-context';
import type { Answered } from './plan-session';

const never = () => () => {};

/** Asks for the fine marks of a view that was answered from afar, once the page has the incidents at hand. */
export function useFineMarks(
  answered: Answered,
  info: SeriesInfo,
  onAnswer: (answered: Answered, withFineMarks: Answered) => void,
): void {
  const engine = useEngine();
  const columns = useColumns();
  const isNear = useAnswersItself(info.guide.meta.id);
  const near = useSyncExternalStore(columns?.subscribe ?? never, isNear, () => false);
  useEffect(() => {
    if (!near || answered.plan.fineMarks !== null) return;
    const controller = new AbortController();
    const { view, answers } = answered;
    const plan = planView(view, info, true);
    answerFineMarks(engine, plan, answers.marks, controller.signal).then(
      (fineMarks) => {
        if (fineMarks === null || controller.signal.aborted) return;
        const fine = { ...answered, plan, answers: { ...answers, fineMarks } };
        startTransition(() => onAnswer(answered, fine));
      },
      // Cells stand, and say as much.
      () => undefined,
    );
    return () => controller.abort();
  }, [near, answered, engine, info, onAnswer]);
}
