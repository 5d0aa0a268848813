'use client';

import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Part } from '@/lib/query/plan/in-sight';
import { planView } from '@/lib/query/plan/plan';
import { resolveWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import type { PartsInSight } from './parts-in-sight';
import type { Answered, PlanSession } from './plan-session';

/** A page that follows a moving hand: views that stand in no address, of each of which what is in sight is drawn before the next is asked for. */
export interface Following {
  /** The view that is drawn instead of the one in the address; null where no hand moves. */
  readonly followed: Answered | null;
  /** Draws a view; settled once all of it that is in sight stands on the page. Rejects where it could not be answered. */
  readonly follow: (view: View) => Promise<void>;
  /** Goes back to the view in the address. */
  readonly leave: () => void;
}

/** `settled` is the most that is known where nothing is followed: what is out of sight stays as it is there. */
export function useFollowing(props: {
  readonly session: PlanSession;
  readonly info: SeriesInfo;
  readonly isNear: () => boolean;
  readonly sight: PartsInSight;
  readonly seenOf: (view: View) => ReadonlySet<Part>;
  readonly settled: Answered;
}): Following {
  const { session, info, isNear, sight, seenOf, settled } = props;
  const [followed, setFollowed] = useState<Answered | null>(null);
  const shown = useRef(settled);
  shown.current = followed ?? settled;
  const drawn = useRef<(() => void)[]>([]);
  /** The view that the hand was at last; null where there is no hand. */
  const hand = useRef<View | null>(null);
  const underWay = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it tells of each drawing
  useLayoutEffect(() => {
    for (const tell of drawn.current.splice(0)) tell();
  }, [followed]);
  const draw = useCallback(
    async (view: View) => {
      const by = { has: shown.current, seen: seenOf(view) };
      const answered = await session.ask(planView(view, info, isNear()), by);
      if (answered === null || hand.current === null) return;
      const window = resolveWindow(view, info.guide.meta.coverage);
      await new Promise<void>((resolve) => {
        drawn.current.push(resolve);
        // In slices, so that the hand is never held up; all of it appears at once.
        startTransition(() => setFollowed({ view, window, ...answered }));
      });
    },
    [session, info, isNear, seenOf],
  );
  const follow = useCallback(
    async (view: View) => {
      hand.current = view;
      underWay.current += 1;
      await draw(view).finally(() => {
        underWay.current -= 1;
      });
      catchUp.current();
    },
    [draw],
  );
  // What comes into sight is drawn for the view of the hand at once, whether that moves on or not.
  const catchUp = useRef(() => {});
  useEffect(() => {
    catchUp.current = () => {
      const lacks = [...sight.now()].some((part) => shown.current.waiting.has(part));
      if (hand.current === null || underWay.current > 0 || !lacks) return;
      follow(hand.current).catch(() => undefined);
    };
    sight.whenMore(() => catchUp.current());
  }, [sight, follow]);
  const leave = useCallback(() => {
    hand.current = null;
    setFollowed(null);
  }, []);
  return { followed, follow, leave };
}
