'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Answers } from '@/lib/query/answers';
import { type Plan, planView } from '@/lib/query/plan';
import type { SeriesInfo } from '@/lib/query/series-info';
import { type ResolvedWindow, resolveWindow } from '@/lib/view/resolve';
import { type AnswersState, useAnswers } from './use-answers';
import { type UrlView, useView } from './use-view';

/** What every panel of a dashboard works with. */
export interface Dashboard extends UrlView, AnswersState {
  readonly info: SeriesInfo;
  readonly window: ResolvedWindow;
  readonly plan: Plan;
}

const DashboardContext = createContext<Dashboard | null>(null);

/** Holds the view of the address and its answers for the panels below. */
export function DashboardProvider(props: {
  readonly info: SeriesInfo;
  readonly initial: Answers;
  readonly children: ReactNode;
}) {
  const { info, initial, children } = props;
  const { meta } = info.guide;
  const url = useView(meta.id);
  const plan = useMemo(() => planView(url.view, meta.coverage), [url.view, meta.coverage]);
  const window = useMemo(() => resolveWindow(url.view, meta.coverage), [url.view, meta.coverage]);
  const answers = useAnswers(plan, initial);
  const dashboard = useMemo(
    () => ({ ...url, ...answers, info, plan, window }),
    [url, answers, info, plan, window],
  );
  return <DashboardContext value={dashboard}>{children}</DashboardContext>;
}

/** The dashboard that this component is part of. */
export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('useDashboard stands outside a DashboardProvider.');
  return dashboard;
}
