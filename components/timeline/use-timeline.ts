'use client';

import { useContext, useEffect, useMemo, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { PAPER_WIDTH } from '@/components/ui/room/paper-parts';
import { usePrinting } from '@/components/ui/use-browser-state';
import { useLinkView } from '@/components/ui/use-link-view';
import { FirstWidth } from '@/components/ui/use-width';
import { NONE } from '@/lib/query/query';
import { cssPaint } from '@/lib/render/scene/paint';
import { lanesOf, MOST_LANES } from '@/lib/render/timeline/lanes';
import { type Laying, layingTimeline, layTimeline } from '@/lib/render/timeline/laying';
import type { TimelineLayout } from '@/lib/render/timeline/layout';
import { type TimelineParts, timelineParts } from '@/lib/render/timeline/timeline';
import type { DaySpan } from '@/lib/time/day';
import { changeView } from '@/lib/view/change';

/** What a page of A4 has room for, in pixels, beside the title of the timeline. */
const PAPER = { width: 700, height: 840 };
/** The width of the timeline on a phone. */
const PHONE = 344;

interface PanelPlace {
  readonly measured: boolean;
  /** It is on the screen, near, or above it. */
  readonly inSight: boolean;
}

/** What was drawn last. */
type Drawn = Pick<TimelineLayout, 'input' | 'height' | 'lanes'>;

/** What smaller drawing stays where a larger one, for the same days, would move what is beneath it: that of counts, or of fine marks. */
export function keptLook(last: Drawn | null, { input, height }: TimelineLayout): 'cells' | 'fine' | null {
  if (last === null || last.input.width !== input.width || height <= last.height) return null;
  const { from, to } = last.input.window;
  if (from !== input.window.from || to !== input.window.to) return null;
  if (last.lanes.every(({ holds }) => holds === 'cells')) return 'cells';
  return last.input.look === 'fine' && input.look === 'large' ? 'fine' : null;
}

/** Begins to lay the timeline of the dashboard out: a window, a width in the page, all lanes or the largest. */
export function useLaying({ from, to }: DaySpan, pageWidth: number, expanded: boolean): Laying {
  const { info, view, answers, plan } = useSettled();
  const width = usePrinting() ? PAPER_WIDTH : pageWidth;
  // How the table is ordered is in the links of marks, and in nothing that is drawn.
  const drawnView = useLinkView(changeView(view, { sort: [], columns: [] }));
  const { split } = plan.lanes;
  const { roll, actors, regions } = drawnView;
  const { groups } = answers.lanes;
  // Not of all answers: those of what is selected are no part of the drawing.
  const { marks: found, fineMarks: fine, cells: counts } = answers;
  const lanes = useMemo(
    () => lanesOf({ groups, by: { split, roll, actors, regions }, info, expanded }),
    [groups, split, roll, actors, regions, info, expanded],
  );
  return useMemo((): Laying => {
    const { marks } = fine ?? found;
    const look = fine === null ? 'large' : 'fine';
    return layingTimeline({
      ...{ info, lanes, width, marks, look, view: { ...drawnView, split }, window: { from, to } },
      cells: { bin: plan.cells.bin, bins: counts.bins },
    });
  }, [found, fine, counts, plan.cells.bin, info, lanes, drawnView, split, from, to, width]);
}

/**
 * The timeline of the dashboard as it is to be drawn. Until the width is measured, `phoneHeight` is what it will need on a phone, where labels stand
 * above their lanes; then null.
 */
export function useTimeline(laying: Laying, { measured, inSight }: PanelPlace, id: string) {
  const { view, answers, plan } = useSettled();
  const isPrinting = usePrinting();
  const linkView = useLinkView(view);
  const { split } = plan.lanes;
  const { groups } = answers.lanes;
  const isServed = useContext(FirstWidth) !== null;
  const drawnLast = useRef<Drawn | null>(null);
  const layout = useMemo((): TimelineLayout => {
    const whole = laying.whole();
    const { width, look } = whole.input;
    const cells = () => layTimeline({ ...whole.input, marks: [], look: 'large' });
    // Where the server has drawn it and incidents are fine marks now, counts are what stands in the page.
    const last = drawnLast.current ?? (isServed && look === 'fine' ? cells() : null);
    const isTooHigh = isPrinting && look === 'fine' && whole.height > (width / PAPER.width) * PAPER.height;
    if (isTooHigh) return cells();
    // What stands there stays while what is beneath it may be in sight.
    const kept = inSight ? keptLook(last, whole) : null;
    if (kept === 'cells') return cells();
    return kept === 'fine' ? layTimeline({ ...whole.input, look: 'fine' }) : whole;
  }, [laying, inSight, isServed, isPrinting]);
  useEffect(() => {
    if (!isPrinting) drawnLast.current = layout.lanes.length === 0 ? null : layout;
  }, [layout, isPrinting]);
  const linked = useMemo(
    (): TimelineLayout => ({ ...layout, input: { ...layout.input, view: { ...linkView, split } } }),
    [layout, linkView, split],
  );
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
  return { layout, linked, parts, phoneHeight, foldable, folds, matched: answers.marks.matched };
}
