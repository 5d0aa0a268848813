'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** How near to the screen counts as in sight: what a hand may scroll to next. */
export const NEAR = '200px';

/** Whether an element is on the screen, or near; true until that is known. */
export function useInSight<T extends Element>(): {
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
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, inSight };
}
