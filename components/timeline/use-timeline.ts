'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useLinkView } from '@/components/ui/use-link-view';
import type { Answers } from '@/lib/query/plan/answers';
import { NONE } from '@/lib/query/query';
import { cssPaint } from '@/lib/render/scene/paint';
import { lanesOf, MOST_LANES } from '@/lib/render/timeline/lanes';
import { layTimeline, type TimelineLayout } from '@/lib/render/timeline/layout';
import { type TimelineParts, timelineParts } from '@/lib/render/timeline/timeline';
import type { DaySpan } from '@/lib/time/day';

/** The width of the timeline on a phone. */
const PHONE = 344;

interface PanelPlace {
  readonly width: number;
  readonly measured: boolean;
  /** It is on the screen, or near. */
  readonly inSight: boolean;
}

/**
 * The fine marks that are to be drawn; null for the others, or cells. What is drawn as cells in sight stays so until the view changes, for
 * lanes of marks are higher, and nothing is to move unasked.
 */
function useDrawnFine({ marks, fineMarks }: Pick<Answers, 'marks' | 'fineMarks'>, inSight: boolean) {
  const drawn = useRef({ marks, fine: fineMarks !== null });
  const stays = inSight && drawn.current.marks === marks && !drawn.current.fine;
  const fine = stays ? null : fineMarks;
  useEffect(() => {
    drawn.current = { marks, fine: fine !== null };
  });
  return fine;
}

/**
 * The timeline of the dashboard as it is to be drawn: a window, a width, all lanes or the largest. Until the width is
 * measured, `phoneHeight` is what it will need on a phone, where labels stand above their lanes; then null.
 */
export function useTimeline(
  drawn: DaySpan,
  { width, measured, inSight }: PanelPlace,
  expanded: boolean,
  id: string,
) {
  const { info, view, answers, plan } = useSettled();
  const linkView = useLinkView(view);
  const { split } = plan.lanes;
  const { roll, actors, regions } = view;
  const { from, to } = drawn;
  const { groups } = answers.lanes;
  // Not of all answers: those of what is selected are no part of the drawing.
  const { marks: found, cells: counts } = answers;
  const fine = useDrawnFine(answers, inSight);
  const lanes = useMemo(
    () => lanesOf({ groups, by: { split, roll, actors, regions }, info, expanded }),
    [groups, split, roll, actors, regions, info, expanded],
  );
  const layout = useMemo((): TimelineLayout => {
    const { marks } = fine ?? found;
    const look = fine === null ? 'large' : 'fine';
    return layTimeline({
      ...{ info, lanes, width, marks, look, view: { ...linkView, split }, window: { from, to } },
      cells: { bin: plan.cells.bin, bins: counts.bins },
    });
  }, [found, fine, counts, plan.cells.bin, info, lanes, linkView, split, from, to, width]);
  const phoneHeight = useMemo(() => {
    if (measured) return null;
    const { headHeight, bodyHeight } = timelineParts(
      layTimeline({ ...layout.input, width: PHONE }),
      id,
      cssPaint,
    );
    return headHeight + bodyHeight;
  }, [layout, id, measured]);
  const parts = useMemo((): TimelineParts => timelineParts(layout, id, cssPaint), [layout, id]);
  const foldable = groups.filter(({ series }) => series !== NONE).length;
  const folds = groups.length > MOST_LANES;
  return { layout, parts, phoneHeight, foldable, folds, matched: found.matched };
}
