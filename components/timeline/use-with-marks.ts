'use client';

import { startTransition, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type Settled, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAnswersItself, useColumns, useEngine } from '@/components/dashboard/state/engine-context';
import { usePrinting } from '@/components/ui/use-browser-state';
import { answerFineMarks } from '@/lib/query/plan/answers';
import { MOST_FINE_MARKS, MOST_MARKS, planView } from '@/lib/query/plan/plan';
import type { MarksResult } from '@/lib/query/result';

const never = () => () => {};

/** What a timeline draws. */
interface WithMarks {
  readonly settled: Settled;
  /** Whether what is settled waits for its fine marks, and what was settled before is given. */
  readonly waits: boolean;
}

/**
 * What is settled, with its fine marks once the page has the incidents at hand. They are asked for here, and by themselves: for them no other panel is drawn anew, and
 * neither figures nor charts wait for thousands of incidents. Until they have come what stood before stands, so that the timeline is drawn once.
 */
export function useWithMarks(): WithMarks {
  const now = useSettled();
  const { info, view, answers } = now;
  const { marks } = answers;
  const engine = useEngine();
  const columns = useColumns();
  const isNear = useAnswersItself(info.guide.meta.id);
  const isPrinting = usePrinting();
  const near = useSyncExternalStore(columns?.subscribe ?? never, isNear, () => false);
  const [late, setLate] = useState<{ readonly of: MarksResult; readonly fine: MarksResult | null } | null>(
    null,
  );
  const fine = late?.of === marks ? late.fine : null;
  const isFine = marks.matched > MOST_MARKS && marks.matched <= MOST_FINE_MARKS;
  const waits = near && isFine && answers.fineMarks === null && late?.of !== marks;
  useEffect(() => {
    if (!waits) return;
    const controller = new AbortController();
    const come = (given: MarksResult | null) => {
      if (!controller.signal.aborted) startTransition(() => setLate({ of: marks, fine: given }));
    };
    answerFineMarks(engine, planView(view, info, true), marks, controller.signal).then(
      come,
      // Cells stand, and say as much.
      () => come(null),
    );
    return () => controller.abort();
  }, [waits, engine, view, info, marks]);
  const whole = useMemo(
    (): Settled => (fine === null ? now : { ...now, answers: { ...answers, fineMarks: fine } }),
    [now, answers, fine],
  );
  const drawn = useRef(whole);
  // Paper has what is settled: its cells are right before fine marks have come.
  const settled = waits && !isPrinting ? drawn.current : whole;
  useEffect(() => {
    drawn.current = settled;
  });
  return { settled, waits: settled !== whole };
}
