'use client';

import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAnswersItself, useColumns, useEngine } from '@/components/dashboard/state/engine-context';
import { answerFineMarks } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import type { MarksResult } from '@/lib/query/result';

const never = () => () => {};

/**
 * The fine marks of a view that was answered from afar, asked for once the page has the incidents at hand; null until they are here, where there are none, and
 * where they came with the answers. Asked for here, and no part of what is settled: for them no other panel is drawn anew.
 */
export function useLateMarks(): MarksResult | null {
  const { info, view, plan, answers } = useSettled();
  const { marks } = answers;
  const engine = useEngine();
  const columns = useColumns();
  const isNear = useAnswersItself(info.guide.meta.id);
  const near = useSyncExternalStore(columns?.subscribe ?? never, isNear, () => false);
  const [late, setLate] = useState<{ readonly of: MarksResult; readonly fine: MarksResult | null } | null>(
    null,
  );
  const known = late?.of === marks;
  const wanted = near && plan.fineMarks === null && !known;
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    answerFineMarks(engine, planView(view, info, true), marks, controller.signal).then(
      (fine) => {
        if (!controller.signal.aborted) startTransition(() => setLate({ of: marks, fine }));
      },
      // Cells stand, and say as much.
      () => undefined,
    );
    return () => controller.abort();
  }, [wanted, engine, view, info, marks]);
  return known ? late.fine : null;
}
