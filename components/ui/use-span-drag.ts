'use client';

import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { BrushSpace } from '@/lib/render/overview/brush';
import { brushTo } from '@/lib/render/overview/brush';
import type { DaySpan } from '@/lib/time/day';

/** A drag shorter than this in pixels is a click. */
const LEAST_DRAG = 6;

interface Held {
  readonly pointer: number;
  readonly anchor: number;
  readonly clientX: number;
  span: DaySpan | null;
}

export interface SpanDragInput {
  /** The point in time under a pointer, in days with fractions; null where time does not run. */
  readonly timeAt: (event: PointerEvent<Element>) => number | null;
  readonly space: BrushSpace;
  /** Called with the span once the hand lets go. */
  readonly onSpan: (span: DaySpan) => void;
}

/**
 * A drag along the time of a chart chooses a span. A finger that moves up or down scrolls the page: the chart has
 * `touch-action: pan-y`, and the browser then takes the gesture over. Escape gives the drag up.
 */
export function useSpanDrag({ timeAt, space, onSpan }: SpanDragInput) {
  const held = useRef<Held | null>(null);
  const dragged = useRef(false);
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const stop = () => {
    held.current = null;
    setDraft(null);
  };
  const isDragging = draft !== null;
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      held.current = null;
      setDraft(null);
    };
    // Before others: Escape ends the drag and nothing else.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [isDragging]);
  const handlers = {
    onPointerDown: (event: PointerEvent<Element>) => {
      dragged.current = false;
      const anchor = event.button === 0 && event.isPrimary !== false ? timeAt(event) : null;
      held.current =
        anchor === null ? null : { pointer: event.pointerId, anchor, clientX: event.clientX, span: null };
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      const one = held.current;
      if (one?.pointer !== event.pointerId) return;
      if (one.span === null && Math.abs(event.clientX - one.clientX) < LEAST_DRAG) return;
      const at = timeAt(event);
      if (at === null) return;
      // Only now, so that a click goes to the mark that was hit.
      if (one.span === null) event.currentTarget.setPointerCapture?.(event.pointerId);
      dragged.current = true;
      one.span = brushTo({ kind: 'new', anchor: one.anchor }, at, space);
      setDraft(one.span);
    },
    onPointerUp: (event: PointerEvent<Element>) => {
      const one = held.current;
      if (one?.pointer !== event.pointerId) return;
      stop();
      if (one.span !== null) onSpan(one.span);
    },
    onPointerCancel: stop,
    // The end of a drag is no click on what lies beneath.
    onClickCapture: (event: MouseEvent<Element>) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
  };
  return { draft, handlers };
}
