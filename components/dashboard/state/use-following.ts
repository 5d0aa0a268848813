'use client';

import { startTransition, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { planView } from '@/lib/query/plan/plan';
import { resolveWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import type { Answered, PlanSession } from './plan-session';

/** A page that follows a moving hand: views that stand in no address, each drawn whole before the next is asked for. */
export interface Following {
  /** The view that is drawn instead of the one in the address; null where no hand moves. */
  readonly followed: Answered | null;
  /** Draws a view; settled once all of it stands on the page. Rejects where it could not be answered. */
  readonly follow: (view: View) => Promise<void>;
  /** Goes back to the view in the address. */
  readonly leave: () => void;
}

export function useFollowing(session: PlanSession, info: SeriesInfo, isNear: () => boolean): Following {
  const [followed, setFollowed] = useState<Answered | null>(null);
  const drawn = useRef<(() => void) | null>(null);
  const gone = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it tells of each drawing
  useLayoutEffect(() => {
    drawn.current?.();
    drawn.current = null;
  }, [followed]);
  const follow = useCallback(
    async (view: View) => {
      gone.current = false;
      const plan = planView(view, info, isNear());
      const answers = await session.ask(plan);
      if (answers === null || gone.current) return;
      const window = resolveWindow(view, info.guide.meta.coverage);
      await new Promise<void>((resolve) => {
        drawn.current = resolve;
        // In slices, so that the hand is never held up; all of it appears at once.
        startTransition(() => setFollowed({ view, window, plan, answers }));
      });
    },
    [session, info, isNear],
  );
  const leave = useCallback(() => {
    gone.current = true;
    setFollowed(null);
  }, []);
  return { followed, follow, leave };
}
