'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const never = () => () => {};

/** False on the server and in the first render of the browser, which must be the same; true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Whether a media query holds; false on the server. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => window.matchMedia?.(query).matches ?? false,
    () => false,
  );
}

/** Media whose change gives the page other colours. */
const COLOUR_MEDIA = [
  '(prefers-color-scheme: dark)',
  '(forced-colors: active)',
  '(prefers-contrast: more)',
  'print',
];

function pageLook(): string {
  const holding = COLOUR_MEDIA.filter((query) => window.matchMedia?.(query).matches);
  return [window.devicePixelRatio, document.documentElement.dataset.theme ?? '', ...holding].join(' ');
}

function onPageLook(changed: () => void): () => void {
  const lists = COLOUR_MEDIA.flatMap((query) => window.matchMedia?.(query) ?? []);
  for (const list of lists) list.addEventListener('change', changed);
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  // A page that is zoomed, or moved to another screen, is laid out anew.
  window.addEventListener('resize', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
    theme.disconnect();
    window.removeEventListener('resize', changed);
  };
}

/** Changes with the colours of the page and the pixels of its screen, for what is painted and does not follow them by itself; '' on the server. */
export function usePageLook(): string {
  return useSyncExternalStore(onPageLook, pageLook, () => '');
}

/** True while the page is printed, or shown as in print. The change is drawn before the browser takes its picture. */
export function usePrinting(): boolean {
  const asPrint = useMedia('print');
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing || asPrint;
}
