'use client';

import { memo, type PointerEvent, type RefObject, useId, useRef, useState } from 'react';
import { SettledContext, useSettled } from '@/components/dashboard/state/dashboard-context';
import { NEAR_OR_ABOVE, useInSight } from '@/components/ui/later/use-in-sight';
import { Room } from '@/components/ui/room/room';
import { usePrinting } from '@/components/ui/use-browser-state';
import { useSpanDrag } from '@/components/ui/use-span-drag';
import { useWidth } from '@/components/ui/use-width';
import { windowLimits } from '@/lib/render/overview/window-change';
import { MOST_LANES } from '@/lib/render/timeline/lanes';
import type { Laying } from '@/lib/render/timeline/laying';
import { timelineSummary, timelineTitle } from '@/lib/render/timeline/summary';
import { splitNoun } from '@/lib/words/labels';
import { MarkCard } from './mark-card';
import { MarkLegend } from './mark-legend';
import styles from './timeline.module.css';
import { TimelinePlot } from './timeline-plot';
import { useCard } from './use-card';
import { useLaying, useTimeline } from './use-timeline';
import { useTimelineEvents } from './use-timeline-events';
import { useWheelZoom } from './use-wheel-zoom';
import { useWindowGesture, type WindowGesture } from './use-window-gesture';
import { useWithMarks } from './use-with-marks';
import { ZoomControls } from './zoom-controls';

/** What the timeline shows, in words, and where to find the same as a table. */
function Words({ id, summary }: { readonly id: string; readonly summary: string }) {
  return (
    <>
      <p className={styles.summary} id={`${id}-summary`}>
        {summary}
      </p>
      <p className="visually-hidden" id={`${id}-keys`}>
        Arrow keys go from mark to mark and from lane to lane, Enter selects a mark, a count or the name of a
        lane. Plus, minus and zero zoom; Shift with the arrows moves the window. The incident table on this
        page lists the same incidents with all their details.
      </p>
    </>
  );
}

/** Lanes of incidents at their dates, in the frame that overview and activity share. */
export function Timeline() {
  const { settled, waits } = useWithMarks();
  return (
    <SettledContext value={settled}>
      <Lanes waits={waits} />
    </SettledContext>
  );
}

/**
 * Lays one lane out, and draws nothing. Between two components React lets the page answer a hand, and within one it cannot: of thousands of marks all lanes
 * together hold it up.
 */
const LaidLane = memo(function LaidLane({ laying, at }: { readonly laying: Laying; readonly at: number }) {
  laying.lay(at);
  return null;
});

function Lanes({ waits }: { readonly waits: boolean }) {
  const { window } = useSettled();
  const { ref, width, measured } = useWidth<HTMLDivElement>();
  const [expanded, setExpanded] = useState(false);
  const gesture = useWindowGesture(window);
  const laying = useLaying(gesture.draft ?? window, width, expanded);
  return (
    <div className={styles.timeline} ref={ref} data-measured={measured} aria-busy={waits || undefined}>
      {laying.input.lanes.map(({ id }, at) => (
        <LaidLane key={id} {...{ laying, at }} />
      ))}
      <Drawing {...{ laying, gesture, root: ref, width, measured, expanded, setExpanded }} />
    </div>
  );
}

interface DrawingProps {
  readonly laying: Laying;
  readonly gesture: WindowGesture;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly measured: boolean;
  readonly expanded: boolean;
  readonly setExpanded: (expanded: boolean) => void;
}

function Drawing({ laying, gesture, root, width, measured, expanded, setExpanded }: DrawingProps) {
  const { info, view, window } = useSettled();
  const drawing = useRef<SVGSVGElement>(null);
  const id = `t${useId().replace(/[^\w-]/g, '')}`;
  const shown = gesture.draft ?? window;
  const limits = windowLimits(shown, info.guide.meta.coverage);
  // What grows above the screen moves what is on it as well.
  const sight = useInSight<HTMLDivElement>(NEAR_OR_ABOVE);
  const place = { measured, inSight: sight.inSight };
  const { layout, linked, parts, phoneHeight, foldable, folds, matched } = useTimeline(laying, place, id);
  const cards = useCard(root, drawing);
  const events = useTimelineEvents({ layout, drawing, gesture, cards, shown, limits });
  const timeAt = (event: PointerEvent<Element>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) * width) / (box.width || 1);
    const { scale, frame } = layout;
    // Names of lanes stand where no time runs.
    if (x < frame.left) return null;
    return scale.from + (x - scale.x(scale.from)) / scale.pixelsPerDay;
  };
  const drag = useSpanDrag({ timeAt, space: { bin: window.bin, limits: shown }, onSpan: gesture.set });
  useWheelZoom(drawing, { gesture, shown, limits, scale: layout.scale, width });
  const printing = usePrinting();
  const near = (cards.card && events.find(cards.card.key)) ?? null;
  const { many } = splitNoun(layout.input.info.guide, layout.input.view.split);
  return (
    <>
      <div className={styles.header}>
        <h2 id={`${id}-title`}>{timelineTitle(layout.input)}</h2>
        <ZoomControls />
      </div>
      <Room>
        <Words id={id} summary={timelineSummary(matched, layout, printing ? 'still' : 'live')} />
      </Room>
      <Room>
        <TimelinePlot
          {...{
            id,
            layout,
            linked,
            parts,
            drawing,
            events,
            drag,
            measured,
            expanded,
            view,
            near,
            phoneHeight,
          }}
          sight={sight.ref}
          open={view.incident}
          onLeave={cards.hideSoon}
          onScroll={cards.hide}
        />
      </Room>
      {cards.card && near && (
        <MarkCard
          layout={layout}
          item={near}
          place={cards.card.place}
          onEnter={cards.keep}
          onLeave={cards.hideSoon}
        />
      )}
      {folds && (
        <button
          type="button"
          className={`control ${styles.unfold}`}
          disabled={!measured}
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? `Show the ${MOST_LANES} largest lanes` : `Show all ${foldable} ${many}`}
        </button>
      )}
      <MarkLegend layout={layout} bands={parts.bands} id={id} />
    </>
  );
}
