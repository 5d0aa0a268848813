'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Answers } from '@/lib/query/plan/answers';
import { NONE_WAITING } from '@/lib/query/plan/in-sight';
import { type Plan, planView } from '@/lib/query/plan/plan';
import { type ResolvedWindow, resolveWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import { useAnswersItself, useEngine } from './engine-context';
import { type PartsInSight, partsInSight } from './parts-in-sight';
import { type Answered, planKey, planSession } from './plan-session';
import { type Following, useFollowing } from './use-following';

/** The last view that was answered, and how the one in the address fares. */
export interface Settling {
  readonly answered: Answered;
  /** The window of the view in the address. */
  readonly window: ResolvedWindow;
  /** The answers for the view in the address are on their way. */
  readonly busy: boolean;
  /** A sentence for the reader where they could not be had. */
  readonly error: string | null;
  readonly retry: () => void;
  /** Asks for a view that is about to be in the address; settled once the answers are here, or are given up. */
  readonly askAhead: (view: View) => Promise<unknown>;
  /** Draws views that are in no address, while a hand moves. */
  readonly follow: Following['follow'];
  /** Ends that: what was followed last stands until the view in the address is answered, or is given up. */
  readonly endFollowing: (keep: boolean) => void;
  readonly isFollowing: boolean;
  /** Says which parts of the page are in sight: of views that are followed only these are asked for. */
  readonly see: PartsInSight['see'];
}

/** Plans views of a series; each once, for one that was asked ahead is drawn a moment later. */
function usePlans(info: SeriesInfo): (view: View) => Plan {
  return useMemo(() => {
    const known = new WeakMap<View, Plan>();
    return (view) => {
      const plan = known.get(view) ?? planView(view, info);
      known.set(view, plan);
      return plan;
    };
  }, [info]);
}

/** The older of two windows where they are the same, so that nothing is drawn anew for it. */
function sameWindow(old: ResolvedWindow, fresh: ResolvedWindow): ResolvedWindow {
  const keys = ['from', 'to', 'bin', 'coarsened'] as const;
  return keys.every((key) => old[key] === fresh[key]) ? old : fresh;
}

function answeredWhole(all: Omit<Answered, 'waiting'>): Answered {
  return { ...all, waiting: NONE_WAITING };
}

/**
 * Follows a view with its answers: until all of them have come, the view before stands with its own. A view that asks
 * for nothing new, such as one with an open incident, is answered at once. `initial` are the answers for the first.
 */
export function useSettling(view: View, info: SeriesInfo, initial: Answers): Settling {
  const engine = useEngine();
  const session = useMemo(() => planSession(engine), [engine]);
  const { coverage } = info.guide.meta;
  const isNear = useAnswersItself(info.guide.meta.id);
  const planOf = usePlans(info);
  const plan = planOf(view);
  const window = useMemo(() => resolveWindow(view, coverage), [view, coverage]);
  const key = planKey(plan);
  const [state, setState] = useState({
    key,
    answered: answeredWhole({ view, window, plan, answers: initial }),
  });
  const [failure, setFailure] = useState<{ readonly key: string; readonly message: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const here = state.key === key;
  // Answers that came before the view was drawn are drawn with it.
  const given = here ? null : session.given(key);
  if (given !== null) setState({ key, answered: answeredWhole({ view, window, plan, answers: given }) });
  else if (here && state.answered.view !== view) {
    const { answered } = state;
    setState({ key, answered: { ...answered, view, window: sameWindow(answered.window, window) } });
  }

  useEffect(() => () => session.stop(), [session]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the plan, an attempt asks anew
  useEffect(() => {
    if (here) return session.stop();
    let gone = false;
    session.ask(plan).then(
      (answers) => {
        if (gone || answers === null) return;
        setState({ key, answered: answeredWhole({ view, window, plan, answers }) });
        setFailure(null);
      },
      (error: unknown) => {
        if (!gone) setFailure({ key, message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [session, key, here, attempt]);

  const answeredKey = useRef(state.key);
  answeredKey.current = state.key;
  const askAhead = useCallback(
    async (next: View) => {
      const ahead = planOf(next);
      if (planKey(ahead) === answeredKey.current) return session.stop();
      await session.ask(ahead);
    },
    [session, planOf],
  );
  const [sight] = useState(partsInSight);
  const settled = state.answered;
  const { followed, follow, leave } = useFollowing({ session, info, isNear, sight, settled });
  const endFollowing = useCallback(
    (keep: boolean) => {
      if (keep && followed !== null) {
        const key = planKey(followed.plan);
        const isWhole = key === planKey(planOf(followed.view));
        setState({ key, answered: isWhole ? answeredWhole(followed) : followed });
      }
      leave();
      // An address that changed beneath the hand may have been given up for a step of it.
      if (!keep) setAttempt((n) => n + 1);
    },
    [followed, leave, planOf],
  );

  const error = !here && failure?.key === key ? failure.message : null;
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((n) => n + 1);
  }, []);
  return {
    ...{ answered: followed ?? state.answered, window: followed?.window ?? window },
    ...{ busy: !here && error === null && followed === null, error, retry, askAhead },
    ...{ follow, endFollowing, isFollowing: followed !== null, see: sight.see },
  };
}
