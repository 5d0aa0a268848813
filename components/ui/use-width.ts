'use client';

import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { FIRST_WIDTH } from '@/lib/render/axis/time-axis';

/** An effect before paint in the browser; on the server, where there is no paint, none. */
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** The width of a panel that the server has drawn, so that it is drawn at that width at once; null where it is not known. */
export const FirstWidth = createContext<number | null>(null);

/** The width of an element in whole pixels, kept up to date; `measured` is false until it is known. */
export function useWidth<T extends HTMLElement>(): {
  readonly ref: RefObject<T | null>;
  readonly width: number;
  readonly measured: boolean;
} {
  const ref = useRef<T>(null);
  const first = useContext(FirstWidth);
  const [width, setWidth] = useState(first);
  const isKnown = useRef(first !== null);
  useBeforePaint(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const now = Math.floor(element.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    // What is known is measured with the next frame, by the observer: now it would have all of the page laid out at once.
    if (!isKnown.current) measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width: width ?? FIRST_WIDTH, measured: width !== null };
}
