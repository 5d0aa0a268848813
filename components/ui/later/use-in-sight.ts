'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** How near to the screen counts as in sight: what a hand may scroll to next. */
export const NEAR = '200px';
/** The same, and all that stands above the screen: what grows there moves what is on it. */
export const NEAR_OR_ABOVE = '1000000px 200px 200px';

/** Whether an element is on the screen, or as near as a margin says; true until that is known. */
export function useInSight<T extends Element>(
  margin = NEAR,
): {
  readonly ref: RefObject<T | null>;
  readonly inSight: boolean;
} {
  const ref = useRef<T>(null);
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => setInSight(entries.at(-1)?.isIntersecting ?? true),
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [margin]);
  return { ref, inSight };
}
