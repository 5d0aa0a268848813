'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { TimeScale } from '@/lib/render/axis/time-axis';
import { panWindow, zoomWindow } from '@/lib/render/overview/window-change';
import type { DaySpan } from '@/lib/time/day';
import type { WindowGesture } from './use-window-gesture';

export interface WheelInput {
  readonly gesture: WindowGesture;
  readonly shown: DaySpan;
  readonly limits: DaySpan;
  readonly scale: TimeScale;
  readonly width: number;
}

/** Pixels of a turn; some browsers count lines. */
function pixels(delta: number, mode: number): number {
  return mode === 1 ? delta * 16 : mode === 2 ? delta * 400 : delta;
}

function turned(
  event: WheelEvent,
  box: DOMRect,
  { shown, limits, scale, width }: WheelInput,
): DaySpan | null {
  const [dx, dy] = [pixels(event.deltaX, event.deltaMode), pixels(event.deltaY, event.deltaMode)];
  if (event.ctrlKey || event.metaKey) {
    const x = ((event.clientX - box.left) * width) / (box.width || 1);
    return zoomWindow(shown, Math.exp(Math.max(-80, Math.min(80, dy)) * 0.006), scale.day(x), limits);
  }
  const sideways = event.shiftKey ? dx || dy : Math.abs(dx) > 2 * Math.abs(dy) ? dx : 0;
  return sideways === 0 ? null : panWindow(shown, sideways / scale.pixelsPerDay, limits);
}

/**
 * Zooming with Ctrl or ⌘ and the wheel (a pinch on a touchpad is that), panning with Shift or sideways. A plain turn
 * scrolls the page.
 */
export function useWheelZoom(ref: RefObject<SVGSVGElement | null>, input: WheelInput): void {
  const latest = useRef(input);
  latest.current = input;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const next = turned(event, element.getBoundingClientRect(), latest.current);
      if (!next) return;
      event.preventDefault();
      latest.current.gesture.nudge(next);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref]);
}
