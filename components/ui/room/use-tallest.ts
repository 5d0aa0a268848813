'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps an element as tall as it was at its tallest since the page was opened, as long as its width stays the same: what a filter takes out of
 * it moves nothing that stands beneath. Without scripts it is as tall as what is in it.
 */
export function useTallest<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    let [width, tallest] = [0, 0];
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth !== width) {
        [width, tallest] = [element.offsetWidth, 0];
        element.style.minHeight = '';
      }
      if (element.offsetHeight <= tallest) return;
      tallest = element.offsetHeight;
      element.style.minHeight = `${tallest}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return ref;
}
