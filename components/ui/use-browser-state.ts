'use client';

import { useSyncExternalStore } from 'react';
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

let listening = false;
let isPrinting = false;
/** The medium of print, asked for once: many parts of a page look at it at every drawing. */
let paper: MediaQueryList | undefined;

function onPaper(): MediaQueryList | undefined {
  paper ??= window.matchMedia?.('print');
  return paper;
}
const printers = new Set<() => void>();

function setPrinting(printing: boolean): void {
  isPrinting = printing;
  for (const changed of printers) changed();
}

function listenForPrints(): void {
  window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)));
  window.addEventListener('afterprint', () => setPrinting(false));
}

function onPrinting(changed: () => void): () => void {
  if (!listening) listenForPrints();
  listening = true;
  printers.add(changed);
  const list = onPaper();
  list?.addEventListener('change', changed);
  return () => {
    printers.delete(changed);
    list?.removeEventListener('change', changed);
  };
}

/**
 * True while the page is printed, or shown as in print. The change is drawn before the browser takes its picture, and what is drawn for the
 * first time then knows of it, too: a panel that grew or shrank later would leave pages empty.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    onPrinting,
    () => isPrinting || (onPaper()?.matches ?? false),
    () => false,
  );
}
