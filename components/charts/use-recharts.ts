'use client';

import { type ComponentType, startTransition, useEffect, useState } from 'react';
import type { ActivityRechartsProps } from './activity-recharts';

type Chart = ComponentType<ActivityRechartsProps>;

/** The Recharts chart once it was asked for and its script has come; null until then, and for good where it fails to load. */
export function useRecharts(asked: boolean): Chart | null {
  const [chart, setChart] = useState<Chart | null>(null);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    import('./activity-recharts').then(
      ({ ActivityRecharts }) => {
        if (!gone) startTransition(() => setChart(() => ActivityRecharts));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  return chart;
}
