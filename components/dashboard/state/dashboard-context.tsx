'use client';

import { createContext, type ReactNode, useCallback, useContext, useDeferredValue, useMemo } from 'react';
import { type Answers, answerPlan } from '@/lib/query/answers';
import { type Plan, planView } from '@/lib/query/plan';
import type { FacetResult } from '@/lib/query/result';
import { heldGuide } from '@/lib/query/searched';
import type { SeriesInfo } from '@/lib/query/series-info';
import { type ResolvedWindow, resolveWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import { useEngine } from './engine-context';
import { type AnswersState, useAnswers } from './use-answers';
import { usePatient } from './use-patient';
import { type Step, type UrlView, useView } from './use-view';

/** What every panel of a dashboard works with. */
export interface Dashboard extends UrlView, AnswersState {
  readonly info: SeriesInfo;
  readonly window: ResolvedWindow;
  readonly plan: Plan;
}

const DashboardContext = createContext<Dashboard | null>(null);
const CurrentContext = createContext<Dashboard | null>(null);

/** Changes the view, and asks for its answers at once: by the time the page is drawn for it they are on their way. */
function useGo({ go }: UrlView, info: SeriesInfo): UrlView['go'] {
  const engine = useEngine();
  return useCallback(
    (view: View, step: Step = 'push') => {
      // The engine keeps and shares what is asked twice; a failure is heard where the answers are used. Steps within a
      // gesture are not asked ahead, for most are over before an answer could come.
      if (step === 'push') answerPlan(engine, planView(view, info)).catch(() => undefined);
      go(view, step);
    },
    [engine, info, go],
  );
}

/** The series with the coverage notes that concern the view; the same as long as those are. */
function useHeld(info: SeriesInfo, types: FacetResult): SeriesInfo {
  const notes = heldGuide(info.guide, types)
    .coverageNotes.map(({ id }) => id)
    .join();
  return useMemo(() => {
    const kept = new Set(notes.split(','));
    const coverageNotes = info.guide.coverageNotes.filter(({ id }) => kept.has(id));
    return { ...info, guide: { ...info.guide, coverageNotes } };
  }, [info, notes]);
}

/** Holds the view of the address and its answers for the panels below. */
export function DashboardProvider(props: {
  readonly info: SeriesInfo;
  readonly initial: Answers;
  readonly children: ReactNode;
}) {
  const { info, initial, children } = props;
  const { meta } = info.guide;
  const url = useView(meta.id, info.standard);
  const plan = useMemo(() => planView(url.view, info), [url.view, info]);
  const window = useMemo(() => resolveWindow(url.view, meta.coverage), [url.view, meta.coverage]);
  const answers = useAnswers(plan, initial);
  const go = useGo(url, info);
  const held = useHeld(info, answers.answers.typesAnyTime);
  const dashboard = useMemo(
    () => ({ ...url, ...answers, go, info: held, plan, window }),
    [url, answers, go, held, plan, window],
  );
  return (
    <CurrentContext value={dashboard}>
      <DashboardContext value={dashboard}>{children}</DashboardContext>
    </CurrentContext>
  );
}

/**
 * Lets what stands in it follow the dashboard a moment later, so that figures and facets answer a click before charts
 * and table are drawn anew. Only memoised components are spared the first drawing.
 */
export function FollowingDashboard({ children }: { readonly children: ReactNode }) {
  const followed = useDeferredValue(usePatient(useDashboard()));
  return <DashboardContext value={followed}>{children}</DashboardContext>;
}

/**
 * The dashboard as it is now, also inside a {@link FollowingDashboard}: for controls, so that a second click builds on
 * the first and not on the view before it.
 */
export function useCurrentDashboard(): Dashboard {
  const followed = useDashboard();
  return useContext(CurrentContext) ?? followed;
}

/** The dashboard that this component is part of. */
export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('useDashboard stands outside a DashboardProvider.');
  return dashboard;
}
