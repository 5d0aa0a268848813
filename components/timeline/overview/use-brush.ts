'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { WindowGesture } from '@/components/timeline/use-window-gesture';
import type { TimeScale } from '@/lib/render/axis/time-axis';
import { type BrushDrag, type BrushSpace, brushTo, stepEdge } from '@/lib/render/overview/brush';
import type { DaySpan } from '@/lib/time/day';

/** A drag beside the window shorter than this is a click, which changes nothing. */
const LEAST_DRAG = 4;
/** How many bins a large step is. */
const LARGE = 10;

interface Held {
  readonly pointer: number;
  readonly drag: BrushDrag;
  readonly clientX: number;
  moved: boolean;
}

export interface BrushInput {
  readonly gesture: WindowGesture;
  readonly shown: DaySpan;
  readonly space: BrushSpace;
  readonly scale: TimeScale;
  /** Width of the drawing in its own pixels. */
  readonly width: number;
}

/** The point in time under a pointer, in days with fractions. */
function timeAt(event: PointerEvent<HTMLElement>, { scale, width }: BrushInput): number {
  const box = event.currentTarget.getBoundingClientRect();
  const x = ((event.clientX - box.left) * width) / (box.width || 1);
  return scale.from + (x - scale.x(scale.from)) / scale.pixelsPerDay;
}

function dragOf(event: PointerEvent<HTMLElement>, input: BrushInput): BrushDrag {
  const part = event.target instanceof Element ? event.target.getAttribute('data-part') : null;
  const at = timeAt(event, input);
  if (part === 'start' || part === 'end') return { kind: part, window: input.shown };
  // A window of all there is cannot be moved: a drag on it marks a smaller one.
  const { from, to } = input.space.limits;
  const isAll = input.shown.from <= from && input.shown.to >= to;
  return part === 'body' && !isAll
    ? { kind: 'move', grab: at, window: input.shown }
    : { kind: 'new', anchor: at };
}

/** The brush by pointer: a drag beside the window makes a window, on the body moves it, on a handle sets one end. */
export function useBrush(input: BrushInput) {
  const held = useRef<Held | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || held.current) return;
    held.current = {
      pointer: event.pointerId,
      drag: dragOf(event, input),
      clientX: event.clientX,
      moved: false,
    };
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const one = held.current;
    if (one?.pointer !== event.pointerId) return;
    if (!one.moved && Math.abs(event.clientX - one.clientX) < LEAST_DRAG) return;
    one.moved = true;
    input.gesture.move(brushTo(one.drag, timeAt(event, input), input.space));
  };
  const finish = (event: PointerEvent<HTMLElement>, keep: boolean) => {
    const one = held.current;
    if (one?.pointer !== event.pointerId) return;
    held.current = null;
    if (one.moved && keep) input.gesture.end();
    if (one.moved && !keep) input.gesture.cancel();
  };
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: (event: PointerEvent<HTMLElement>) => finish(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => finish(event, false),
    // Else the next move of the hand would begin anew what a handle has given up.
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape') held.current = null;
    },
  };
}

function keyed(
  key: string,
  large: boolean,
  edge: 'start' | 'end',
  { shown, space }: BrushInput,
): DaySpan | null {
  const size = large ? LARGE : 1;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return stepEdge(shown, edge, -size, space);
  if (key === 'ArrowRight' || key === 'ArrowUp') return stepEdge(shown, edge, size, space);
  if (key === 'PageDown') return stepEdge(shown, edge, -LARGE, space);
  if (key === 'PageUp') return stepEdge(shown, edge, LARGE, space);
  if (key !== 'Home' && key !== 'End') return null;
  const outward = (key === 'Home') === (edge === 'start');
  const { from, to } = space.limits;
  if (edge === 'start') return outward ? { from, to: shown.to } : { from: shown.to, to: shown.to };
  return outward ? { from: shown.from, to } : { from: shown.from, to: shown.from };
}

/** The brush by keyboard: arrows move an end by a bin, with Shift or as page keys by ten, Home and End as far as it goes. */
export function brushKey(event: KeyboardEvent<HTMLElement>, edge: 'start' | 'end', input: BrushInput): void {
  if (event.key === 'Escape') {
    // It ends the gesture and nothing else.
    if (input.gesture.draft !== null) event.preventDefault();
    input.gesture.cancel();
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const next = keyed(event.key, event.shiftKey, edge, input);
  if (!next) return;
  event.preventDefault();
  input.gesture.nudge(next);
}
