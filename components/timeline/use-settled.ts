'use client';

import { useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { Answers } from '@/lib/query/answers';
import type { Plan } from '@/lib/query/plan';

/** Answers with the plan that they answer: while others are on their way, the plan of the view runs ahead of them. */
export function useSettled(): { readonly answers: Answers; readonly plan: Plan } {
  const { answers, plan, busy, error } = useDashboard();
  const [settled, setSettled] = useState({ answers, plan });
  if (busy || error !== null || (settled.answers === answers && settled.plan === plan)) return settled;
  const fresh = { answers, plan };
  setSettled(fresh);
  return fresh;
}
