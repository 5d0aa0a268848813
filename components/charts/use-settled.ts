'use client';

import { useState } from 'react';
import { type Dashboard, useDashboard } from '@/components/dashboard/state/dashboard-context';

/** A view with the answers to that very view. */
export type Settled = Pick<Dashboard, 'view' | 'window' | 'answers'>;

/**
 * The last view whose answers have come, so that a chart never draws the answers of one view as those of another while
 * it waits.
 */
export function useSettled(): Settled {
  const { view, window, answers, busy, error } = useDashboard();
  const [settled, setSettled] = useState<Settled>({ view, window, answers });
  const same = settled.view === view && settled.window === window && settled.answers === answers;
  if (same || busy || error !== null) return settled;
  const fresh = { view, window, answers };
  setSettled(fresh);
  return fresh;
}
