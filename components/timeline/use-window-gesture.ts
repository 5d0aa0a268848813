'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { withWindow } from '@/lib/render/overview/window-change';
import type { DaySpan } from '@/lib/time/day';
import type { View } from '@/lib/view/view';

/**
 * The hand has to rest this long before the rest of the page follows: to draw all of it at every step would hold up the
 * hand itself. Safari also refuses more than 100 changes of the address in 30 seconds.
 */
const REST = 120;
/** After this pause a gesture of keys or of the wheel is over. */
const IDLE = 400;

export interface WindowGesture {
  /** The window as the reader's hand has it; null between gestures. */
  readonly draft: DaySpan | null;
  /** A step within a gesture: shown at once, written into the address when the hand rests. */
  readonly move: (window: DaySpan) => void;
  /** The end of a gesture: one step in the history, which the back button undoes as a whole. */
  readonly end: () => void;
  /** Back to the window before the gesture. */
  readonly cancel: () => void;
  /** A step of a gesture that has no end of its own, such as a key or the wheel: it ends after a pause. */
  readonly nudge: (window: DaySpan) => void;
  /** A gesture of one step. */
  readonly set: (window: DaySpan) => void;
}

interface Running {
  readonly before: View;
  latest: DaySpan;
  written: boolean;
  timer: ReturnType<typeof setTimeout> | null;
}

/** Sets the window by gestures: a drag, a turn of the wheel, a held key. `window` is the one drawn between them. */
export function useWindowGesture(window: DaySpan): WindowGesture {
  const { go, viewNow, info, error } = useDashboard();
  const { coverage } = info.guide.meta;
  const running = useRef<Running | null>(null);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const current = useRef({ go, viewNow, coverage });
  current.current = { go, viewNow, coverage };

  const write = useCallback(() => {
    const one = running.current;
    if (!one) return;
    one.timer = null;
    one.written = true;
    current.current.go(withWindow(one.before, one.latest, current.current.coverage), 'replace');
  }, []);

  const move = useCallback(
    (next: DaySpan) => {
      running.current ??= { before: current.current.viewNow(), latest: next, written: false, timer: null };
      const one = running.current;
      one.latest = next;
      setDraft(next);
      if (one.timer) clearTimeout(one.timer);
      one.timer = setTimeout(write, REST);
    },
    [write],
  );

  const stop = useCallback((keep: boolean) => {
    const one = running.current;
    if (!one) return;
    running.current = null;
    if (one.timer) clearTimeout(one.timer);
    const { go: goTo, coverage: all } = current.current;
    if (one.written) goTo(one.before, 'replace');
    if (keep) goTo(withWindow(one.before, one.latest, all), 'push');
    else setDraft(null);
  }, []);

  // The draft stands until the window has caught up with it, or will not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the window, not the draft
  useEffect(() => {
    if (running.current === null && draft) setDraft(null);
  }, [window.from, window.to, error]);
  useEffect(
    () => () => {
      clearTimeout(idle.current);
      clearTimeout(running.current?.timer ?? undefined);
    },
    [],
  );

  const end = useCallback(() => stop(true), [stop]);
  const cancel = useCallback(() => stop(false), [stop]);
  const set = useCallback(
    (next: DaySpan) => {
      move(next);
      stop(true);
    },
    [move, stop],
  );
  const nudge = useCallback(
    (next: DaySpan) => {
      move(next);
      clearTimeout(idle.current);
      idle.current = setTimeout(() => stop(true), IDLE);
    },
    [move, stop],
  );
  return { draft, move, end, cancel, nudge, set };
}
