'use client';

import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Answers } from '@/lib/query/plan/answers';
import { NONE_WAITING, type Part } from '@/lib/query/plan/in-sight';
import { type Plan, planView } from '@/lib/query/plan/plan';
import { type ResolvedWindow, resolveWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import { drawnByChart, drawnByPage } from '../drawn-parts';
import { useAnswersItself, useEngine } from './engine-context';
import { type PartsInSight, partsInSight } from './parts-in-sight';
import { type Answered, type AnsweredInSight, planKey, planSession } from './plan-session';
import { type Following, useFollowing } from './use-following';

/** The last view that was answered, and how the one in the address fares. */
export interface Settling {
  readonly answered: Answered;
  /** The same with what waited in it; null until that has come, and where nothing waited. */
  readonly whole: Answered | null;
  /** The window of the view in the address. */
  readonly window: ResolvedWindow;
  /** What is in sight is of the view in the address. */
  readonly isDrawn: boolean;
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
  /** Says which parts of the page are in sight: these are asked for first. */
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

/** What is drawn of a plan, as {@link Settling} has it. */
interface State {
  /** Of the whole plan. */
  readonly key: string;
  readonly answered: Answered;
  readonly whole: Answered | null;
}

/** What is drawn once what waited in it has come; as it was where that is of another view by now. */
function withRest(old: State, key: string, answered: AnsweredInSight): State {
  if (old.key !== key || old.whole?.answers === answered.answers) return old;
  const { view, window } = old.answered;
  return { ...old, whole: { view, window, ...answered } };
}

/** Runs something when the reader goes back or forward. */
function useStepBack(run: () => void): void {
  useEffect(() => {
    window.addEventListener('popstate', run);
    return () => window.removeEventListener('popstate', run);
  }, [run]);
}

/** Which parts of the page are in sight, and with that which of a view are, some of which go by what the view is. */
function useSight() {
  const [sight] = useState(partsInSight);
  const seenOf = useCallback(
    (view: View): ReadonlySet<Part> => {
      const now = sight.now();
      return new Set([...now, ...drawnByPage(view), ...(now.has('activity') ? drawnByChart(view) : [])]);
    },
    [sight],
  );
  return { sight, seenOf };
}

/** The same answers for another view that asks for the same. */
function forView<T extends Answered | null>(answered: T, view: View, window: ResolvedWindow): T {
  return answered && { ...answered, view, window: sameWindow(answered.window, window) };
}

/**
 * Follows a view with its answers: until all that is in sight has come, the view before stands with its own; what nobody sees is asked
 * for once that is drawn. A view that asks for nothing new, such as one with an open incident, is answered at once. `initial` are the answers for the first.
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
  const [state, setState] = useState((): State => {
    const answered = { view, window, plan, answers: initial, waiting: NONE_WAITING };
    return { key, answered, whole: null };
  });
  const [failure, setFailure] = useState<{ readonly key: string; readonly message: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const here = state.key === key;
  const most = state.whole ?? state.answered;
  const isWhole = here && most.waiting.size === 0;
  // Answers that came before the view was drawn are drawn with it.
  const given = here ? null : session.given(key);
  if (given !== null) setState({ key, answered: { view, window, ...given }, whole: null });
  else if (here && state.answered.view !== view) {
    const { answered, whole } = state;
    setState({ key, answered: forView(answered, view, window), whole: forView(whole, view, window) });
  }

  const { sight, seenOf } = useSight();
  const latest = useRef({ most, key: state.key });
  latest.current = { most, key: state.key };
  useEffect(() => () => session.stop(), [session]);
  const askRest = useCallback(
    async (of: Answered) => {
      const plan = planOf(of.view);
      const answered = await session.ask(plan, { has: of, seen: null });
      if (answered === null) return;
      // What nobody sees never holds up what somebody does.
      startTransition(() => setState((old) => withRest(old, planKey(plan), answered)));
    },
    [session, planOf],
  );
  // Before a reader can click again, whose view is asked for at once and would be given up for this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the plan, an attempt asks anew
  useLayoutEffect(() => {
    if (isWhole) return session.stop();
    let gone = false;
    const askView = async () => {
      const answered = await session.ask(plan, { has: latest.current.most, seen: seenOf(view) });
      if (!gone && answered !== null) setState({ key, answered: { view, window, ...answered }, whole: null });
    };
    setFailure(null);
    (here ? askRest(state.answered) : askView()).catch((error: unknown) => {
      if (gone) return;
      setFailure({ key, message: error instanceof Error ? error.message : String(error) });
      // The view before stands, and is to be whole.
      const { most } = latest.current;
      if (!here && most.waiting.size > 0) askRest(most).catch(() => undefined);
    });
    return () => {
      gone = true;
    };
  }, [session, key, here, isWhole, attempt]);
  // It may undo a step that was asked ahead and is not drawn yet: the address is then as it was drawn, and what that still lacks was given up.
  useStepBack(useCallback(() => setAttempt((n) => n + 1), []));

  const askAhead = useCallback(
    async (next: View) => {
      const ahead = planOf(next);
      const { most, key } = latest.current;
      if (planKey(ahead) === key) {
        if (most.waiting.size === 0) return session.stop();
        // What waits may have been given up for a view that is left again before it was drawn.
        return setAttempt((n) => n + 1);
      }
      await session.ask(ahead, { has: most, seen: seenOf(next) });
    },
    [session, planOf, seenOf],
  );
  const { followed, follow, leave } = useFollowing({ session, info, isNear, sight, seenOf, settled: most });
  const endFollowing = useCallback(
    (keep: boolean) => {
      if (keep && followed !== null) {
        setState({ key: planKey(planOf(followed.view)), answered: followed, whole: null });
      }
      leave();
      // An address that changed beneath the hand may have been given up for a step of it.
      if (!keep) setAttempt((n) => n + 1);
    },
    [followed, leave, planOf],
  );

  const error = !isWhole && failure?.key === key ? failure.message : null;
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((n) => n + 1);
  }, []);
  return {
    ...(followed === null ? state : { answered: followed, whole: null }),
    window: followed?.window ?? window,
    ...{ isDrawn: here, busy: !here && error === null && followed === null, error, retry, askAhead },
    ...{ follow, endFollowing, isFollowing: followed !== null, see: sight.see },
  };
}
