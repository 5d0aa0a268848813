'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { CurrentShift, type MapShift } from './map-shift';

/** Two corners of a rectangle in pixels of the drawing. */
export type Corners = readonly [left: number, top: number, right: number, bottom: number];

const MOST_ZOOM = 64;
/** A shorter drag is a click. */
const LEAST_DRAG = 6;

/** A shift enlarged by a factor, while a point of the drawing stays where it is. */
export function zoomedAt(
  { k, x, y }: MapShift,
  factor: number,
  [px, py]: readonly [number, number],
): MapShift {
  const next = Math.min(MOST_ZOOM, Math.max(1 / MOST_ZOOM, k * factor));
  const by = next / k;
  return { k: next, x: px - (px - x) * by, y: py - (py - y) * by };
}

export interface GestureInput {
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly width: number;
  /** A part of the drawing was marked. */
  readonly onBox: (corners: Corners) => void;
  /** The reader has let go of a drawing that was pulled. */
  readonly onMoved: (shift: MapShift) => void;
}

interface Touching {
  readonly middle: readonly [number, number];
  readonly apart: number;
}

function touching([one, other]: readonly (readonly [number, number])[]): Touching {
  const [[ax, ay], [bx, by]] = [one ?? [0, 0], other ?? [0, 0]];
  return { middle: [(ax + bx) / 2, (ay + by) / 2], apart: Math.max(1, Math.hypot(ax - bx, ay - by)) };
}

/**
 * What pointer, fingers and wheel do with a map. One finger scrolls the page, two move and enlarge the map; a drag marks a
 * part, with Shift it moves the map; the wheel enlarges with Ctrl or ⌘ alone. So nothing traps a page that is scrolled.
 */
export function useMapGestures(input: GestureInput) {
  const [shift] = useState(() => new CurrentShift());
  const [draft, setDraft] = useState<Corners | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const { drawing } = input;
  useEffect(() => {
    const element = drawing.current;
    if (!element) return;
    const gone = new AbortController();
    const { signal } = gone;
    const point = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = element.getBoundingClientRect();
      const scale = latest.current.width / (box.width || 1);
      return [(clientX - box.left) * scale, (clientY - box.top) * scale] as const;
    };
    listenToFingers(element, { signal, point, shift, latest });
    listenToWheel(element, { signal, point, shift, latest });
    listenToDrag(element, { signal, point, shift, latest, setDraft });
    return () => gone.abort();
  }, [drawing, shift]);
  return { shift, draft };
}

interface Listening {
  readonly signal: AbortSignal;
  readonly point: (at: { clientX: number; clientY: number }) => readonly [number, number];
  readonly shift: CurrentShift;
  readonly latest: { readonly current: GestureInput };
}

function listenToFingers(element: SVGSVGElement, { signal, point, shift, latest }: Listening): void {
  let start: { readonly from: Touching; readonly shift: MapShift } | null = null;
  const fingers = (event: TouchEvent) => touching([...event.touches].map(point));
  const begin = (event: TouchEvent) => {
    start = event.touches.length === 2 ? { from: fingers(event), shift: shift.get() } : null;
  };
  const pull = (event: TouchEvent) => {
    if (start === null || event.touches.length !== 2) return;
    event.preventDefault();
    const now = fingers(event);
    const zoomed = zoomedAt(start.shift, now.apart / start.from.apart, start.from.middle);
    shift.set({
      k: zoomed.k,
      x: zoomed.x + now.middle[0] - start.from.middle[0],
      y: zoomed.y + now.middle[1] - start.from.middle[1],
    });
  };
  const end = () => {
    if (start !== null) latest.current.onMoved(shift.get());
    start = null;
  };
  element.addEventListener('touchstart', begin, { signal, passive: true });
  element.addEventListener('touchmove', pull, { signal, passive: false });
  element.addEventListener('touchend', end, { signal });
  element.addEventListener('touchcancel', end, { signal });
}

/** The wheel has no end: the map is taken as let go once it has been still for so long. */
const STILL = 180;

function listenToWheel(element: SVGSVGElement, { signal, point, shift, latest }: Listening): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    shift.set(zoomedAt(shift.get(), Math.exp(-Math.max(-80, Math.min(80, lines)) * 0.006), point(event)));
    clearTimeout(timer);
    timer = setTimeout(() => latest.current.onMoved(shift.get()), STILL);
  };
  element.addEventListener('wheel', turn, { signal, passive: false });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function listenToDrag(
  element: SVGSVGElement,
  {
    signal,
    point,
    shift,
    latest,
    setDraft,
  }: Listening & { readonly setDraft: (corners: Corners | null) => void },
): void {
  let start: {
    readonly at: readonly [number, number];
    readonly pulls: boolean;
    readonly shift: MapShift;
  } | null = null;
  let corners: Corners | null = null;
  const forget = () => {
    start = null;
    corners = null;
    setDraft(null);
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0 || event.ctrlKey || event.metaKey) return;
      start = { at: point(event), pulls: event.shiftKey, shift: shift.get() };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (start === null) return;
      const [x, y] = point(event);
      const [dx, dy] = [x - start.at[0], y - start.at[1]];
      if (Math.hypot(dx, dy) < LEAST_DRAG && corners === null) return;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      corners = [
        Math.min(x, start.at[0]),
        Math.min(y, start.at[1]),
        Math.max(x, start.at[0]),
        Math.max(y, start.at[1]),
      ];
      if (start.pulls) shift.set({ ...start.shift, x: start.shift.x + dx, y: start.shift.y + dy });
      else setDraft(corners);
    },
    { signal },
  );
  const end = () => {
    const [done, pulls] = [corners, start?.pulls];
    forget();
    if (done === null) return;
    // The click that follows is the end of the drag, and means no mark.
    const dropped = new AbortController();
    element.addEventListener('click', (event) => event.stopPropagation(), {
      ...{ capture: true, signal: dropped.signal },
    });
    setTimeout(() => dropped.abort(), 0);
    if (pulls) latest.current.onMoved(shift.get());
    else latest.current.onBox(done);
  };
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', forget, { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && forget(), { signal });
}
