'use client';

import { type ComponentType, type RefObject, startTransition, useEffect, useState } from 'react';
import { atLeisure } from '@/components/ui/later/at-leisure';
import type { ActivityRechartsProps } from './activity-recharts';

type Chart = ComponentType<ActivityRechartsProps>;

/** The part of the screen, from its top, that a chart must come to before it is looked at. */
const LOOKED_AT = '0px 0px -25%';

/** Whether a chart has been looked at, or a pointer or the focus has been on it. */
function useLookedAt(chart: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = chart.current;
    if (element === null || typeof IntersectionObserver === 'undefined') return setSeen(true);
    const look = () => setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && look(),
      { rootMargin: LOOKED_AT },
    );
    observer.observe(element);
    for (const touch of ['pointerover', 'focusin']) element.addEventListener(touch, look, { once: true });
    return () => {
      observer.disconnect();
      for (const touch of ['pointerover', 'focusin']) element.removeEventListener(touch, look);
    };
  }, [chart]);
  return seen;
}

/**
 * The Recharts chart once it was asked for, a reader looks at `chart`, and its script has come; null until then, and for good where it fails
 * to load. The picture is right without it, and its script is the largest of all.
 */
export function useRecharts(chart: RefObject<Element | null>, asked: boolean): Chart | null {
  const [Recharts, setRecharts] = useState<Chart | null>(null);
  const seen = useLookedAt(chart);
  const wanted = asked && seen;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    atLeisure(() => import('./activity-recharts'), 'first').then(
      ({ ActivityRecharts }) => {
        if (!gone) startTransition(() => setRecharts(() => ActivityRecharts));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return Recharts;
}
