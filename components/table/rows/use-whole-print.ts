'use client';

import { useEffect, useState } from 'react';

/** Rows that are fetched so that all of them are printed; of larger tables those that are here. */
export const MOST_PRINTED = 5000;

function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/**
 * Puts off a print that was asked for by the keyboard until all rows are here: a browser waits for nothing once it has
 * begun to print. `missing` is how many are not here yet. True while it is put off.
 */
export function useWholePrint(missing: number, total: number, failed: boolean): boolean {
  const [asked, setAsked] = useState(false);
  const wait = missing > 0 && total <= MOST_PRINTED && !failed;
  useEffect(() => {
    if (!wait) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isPrintKey(event)) return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [wait]);
  useEffect(() => {
    if (!asked || wait) return;
    // Not within the effect: what is drawn for paper could not be drawn at once there.
    const timer = setTimeout(() => {
      setAsked(false);
      window.print();
    });
    return () => clearTimeout(timer);
  }, [asked, wait]);
  return asked;
}
