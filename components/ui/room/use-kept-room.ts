'use client';

import { type RefObject, useEffect } from 'react';

/** The screen, and all that stands above it. */
const ABOVE = '1000000px 0px 0px';

/**
 * Keeps the room that an element takes for as long as a reader sees it, or has passed it: what a filter takes out of it moves nothing that
 * stands beneath. It gives room back where that moves nothing in sight: beneath the screen, when its width changes, and where a reader works in
 * the element itself. Without scripts it is as tall as what is in it.
 */
export function useKeptRoom(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    let [width, tallest, isKept] = [0, 0, false];
    const giveBack = () => {
      tallest = 0;
      element.style.minHeight = '';
    };
    const keep = () => {
      if (element.offsetWidth !== width) giveBack();
      width = element.offsetWidth;
      if (!isKept || element.offsetHeight <= tallest) return;
      tallest = element.offsetHeight;
      element.style.minHeight = `${tallest}px`;
    };
    const sizes = new ResizeObserver(keep);
    const sights = new IntersectionObserver(
      (entries) => {
        isKept = entries.at(-1)?.isIntersecting ?? false;
        if (isKept) keep();
        else giveBack();
      },
      { rootMargin: ABOVE },
    );
    sizes.observe(element);
    sights.observe(element);
    const own = ['pointerdown', 'keydown'] as const;
    for (const kind of own) element.addEventListener(kind, giveBack);
    return () => {
      sizes.disconnect();
      sights.disconnect();
      for (const kind of own) element.removeEventListener(kind, giveBack);
    };
  }, [ref]);
}
