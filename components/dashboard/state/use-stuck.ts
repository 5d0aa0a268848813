'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Tells styles, as `--stuck`, how high the part is that stays at the top while the page scrolls; a ref for that part. */
export function useStuck<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const part = ref.current;
    if (part === null || typeof ResizeObserver === 'undefined') return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--stuck', `${part.offsetHeight}px`));
    observer.observe(part);
    return () => {
      observer.disconnect();
      style.removeProperty('--stuck');
    };
  }, []);
  return ref;
}
