'use client';

import { useEffect, useState } from 'react';

/** How long answers may be on their way before charts and table are drawn for a view without them. */
const PATIENCE = 250;

/**
 * The dashboard as of its last answers: a view whose answers are on their way is passed on only once they are late, so
 * that what is heavy to draw is drawn once for a click, not once before the answers and once after.
 */
export function usePatient<D extends { readonly busy: boolean; readonly view: unknown }>(dashboard: D): D {
  const { busy, view } = dashboard;
  const [held, setHeld] = useState(dashboard);
  const [late, setLate] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view has its own patience
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy, view]);
  const passes = !busy || late;
  if (passes && held !== dashboard) setHeld(dashboard);
  return passes ? dashboard : held;
}
