'use client';

import { useMemo } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useLinkView } from '@/components/ui/use-link-view';
import { NONE } from '@/lib/query/query';
import { cssPaint } from '@/lib/render/scene/paint';
import { lanesOf, MOST_LANES } from '@/lib/render/timeline/lanes';
import { layTimeline, type TimelineLayout } from '@/lib/render/timeline/layout';
import { type TimelineParts, timelineParts } from '@/lib/render/timeline/timeline';
import type { DaySpan } from '@/lib/time/day';

/** The width of the timeline on a phone. */
const PHONE = 344;

/**
 * The timeline of the dashboard as it is to be drawn: a window, a width, all lanes or the largest. Until the width is
 * measured, `phoneHeight` is what it will need on a phone, where labels stand above their lanes; then null.
 */
export function useTimeline(
  drawn: DaySpan,
  { width, measured }: { readonly width: number; readonly measured: boolean },
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
  const lanes = useMemo(
    () => lanesOf({ groups, by: { split, roll, actors, regions }, info, expanded }),
    [groups, split, roll, actors, regions, info, expanded],
  );
  const layout = useMemo((): TimelineLayout => {
    const { marks } = found;
    return layTimeline({
      ...{ info, lanes, width, marks, view: { ...linkView, split }, window: { from, to } },
      cells: { bin: plan.cells.bin, bins: counts.bins },
    });
  }, [found, counts, plan.cells.bin, info, lanes, linkView, split, from, to, width]);
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
