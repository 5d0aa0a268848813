'use client';

import { useEffect, useState } from 'react';

/** How long answers may be on their way before panels say so. */
const PATIENCE = 250;

/** Whether answers are late; each view has its own patience, so that quick answers make nothing flicker. */
export function useLate(busy: boolean, view: unknown): boolean {
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
  return busy && late;
}
