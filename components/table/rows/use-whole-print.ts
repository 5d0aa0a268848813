'use client';

import { useEffect, useSyncExternalStore } from 'react';

/** Rows that are fetched so that all of them are printed; of larger tables those that are here. */
export const MOST_PRINTED = 5000;

let isAsked = false;
const listeners = new Set<() => void>();

/** Begins or ends the waiting of a print for its rows. */
export function setPrintAsked(asked: boolean): void {
  isAsked = asked;
  for (const changed of listeners) changed();
}

function onAsked(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** Whether a key asks the browser to print. */
export function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/**
 * Puts off a print that was asked for by the keyboard until all rows are here: a browser waits for nothing once it has
 * begun to print. `missing` is how many are not here yet. True while it is put off.
 */
export function useWholePrint(missing: number, total: number, failed: boolean): boolean {
  const asked = useSyncExternalStore(
    onAsked,
    () => isAsked,
    () => false,
  );
  const wait = missing > 0 && total <= MOST_PRINTED && !failed;
  useEffect(() => {
    if (!wait) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isPrintKey(event)) return;
      event.preventDefault();
      setPrintAsked(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [wait]);
  useEffect(() => {
    if (!asked || wait) return;
    // Not within the effect: what is drawn for paper could not be drawn at once there.
    const timer = setTimeout(() => {
      setPrintAsked(false);
      window.print();
    });
    return () => clearTimeout(timer);
  }, [asked, wait]);
  return asked;
}
