'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Tells the styles of the page and of what lies beneath it, as `--stuck`, how high the part is that stays at the top while the page scrolls; a ref for that part.
 * By a style sheet: what is written on the root is looked for in every element of the page.
 */
export function useStuck<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const part = ref.current;
    if (part === null || typeof ResizeObserver === 'undefined') return;
    const sheet = document.head.appendChild(document.createElement('style'));
    const observer = new ResizeObserver(() => {
      sheet.textContent = `html:root, html:root [data-beneath-strip] { --stuck: ${part.offsetHeight}px; }`;
    });
    observer.observe(part);
    return () => {
      observer.disconnect();
      sheet.remove();
    };
  }, []);
  return ref;
}
