'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDashboard, useFollow } from '@/components/dashboard/state/dashboard-context';
import { useAnswersItself } from '@/components/dashboard/state/engine-context';
import { withWindow } from '@/lib/render/overview/window-change';
import type { DaySpan } from '@/lib/time/day';
import type { View } from '@/lib/view/view';

/**
 * Where a server answers, the hand has to rest this long before the rest of the page follows. Where the page answers by itself it
 * follows at each frame, and the address when the hand lets go: Safari refuses more than 100 changes of it in 30 seconds.
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
  /** What the page was last asked to follow to; null where it follows the address. */
  followed: DaySpan | null;
  /** A step is being drawn, or waits for the next frame. */
  underWay: boolean;
}

/** Sets the window by gestures: a drag, a turn of the wheel, a held key. `window` is the one drawn between them. */
export function useWindowGesture(window: DaySpan): WindowGesture {
  const { go, viewNow, info, error } = useDashboard();
  const { coverage } = info.guide.meta;
  const running = useRef<Running | null>(null);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const { follow, endFollowing } = useFollow();
  const answersItself = useAnswersItself(info.guide.meta.id);
  const current = useRef({ go, viewNow, coverage, follow, endFollowing });
  current.current = { go, viewNow, coverage, follow, endFollowing };

  const write = useCallback(() => {
    const one = running.current;
    if (!one) return;
    one.timer = null;
    one.written = true;
    current.current.go(withWindow(one.before, one.latest, current.current.coverage), 'replace');
  }, []);

  /** Has the page follow, one step after the other: what the hand does while one is drawn is the next. */
  const followHand = useCallback((one: Running) => {
    if (one.underWay) return;
    one.underWay = true;
    const step = async () => {
      const to = one.latest;
      one.followed = to;
      await current.current.follow(withWindow(one.before, to, current.current.coverage));
      one.underWay = false;
      if (running.current === one && one.latest !== to) followHand(one);
    };
    requestAnimationFrame(() => {
      // What cannot be answered so is asked for, and said, when the hand lets go.
      if (running.current === one) void step().catch(() => undefined);
    });
  }, []);

  const move = useCallback(
    (next: DaySpan) => {
      const fresh = { latest: next, written: false, timer: null, followed: null, underWay: false };
      running.current ??= { before: current.current.viewNow(), ...fresh };
      const one = running.current;
      one.latest = next;
      clearTimeout(idle.current);
      setDraft(next);
      if (answersItself()) return followHand(one);
      if (one.timer) clearTimeout(one.timer);
      one.timer = setTimeout(write, REST);
    },
    [write, followHand, answersItself],
  );

  const stop = useCallback((keep: boolean) => {
    const one = running.current;
    if (!one) return;
    running.current = null;
    if (one.timer) clearTimeout(one.timer);
    const { go: goTo, coverage: all, endFollowing: endHand } = current.current;
    if (one.written) goTo(one.before, 'replace');
    if (one.followed !== null) endHand(keep);
    if (keep) goTo(withWindow(one.before, one.latest, all), 'push');
    // Where the page is there already nothing will change that could end the draft.
    if (!keep || one.followed === one.latest) setDraft(null);
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
      idle.current = setTimeout(() => stop(true), IDLE);
    },
    [move, stop],
  );
  return { draft, move, end, cancel, nudge, set };
}
