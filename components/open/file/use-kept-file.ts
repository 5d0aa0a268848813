import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Opening } from '@/components/open/opening';
import { forgetFile, type KeptFile, keepFile, keptFile } from './kept-file';

/** Whether this page stands where another load of it stood: then a file that was kept belongs to it. */
function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload' || entry?.type === 'back_forward' || window.location.hash.includes('=');
}

/** What the browser keeps of this page. */
export interface Keeping {
  /** The file that is kept, whether or not it is open; null where there is none. */
  readonly offer: KeptFile | null;
  /** Whether the file that is open is kept. */
  readonly isKept: boolean;
  /** The file that would be lost with its meaning were another one opened in its place; null where none would be. */
  readonly atRisk: File | null;
  /** That it could not be kept or forgotten, and why; null where nothing was wrong. */
  readonly failure: string | null;
  readonly keep: () => void;
  readonly forget: () => void;
  /** Opens the one that was kept before. */
  readonly reopen: () => void;
}

function asKept(state: Extract<Opening, { step: 'open' }>): KeptFile {
  const { from, title } = state;
  return { file: from.file, mapping: from.step === 'mapping' ? from.draft : null, title };
}

/** Asks before the page goes while it holds a file that nothing else keeps. */
function useLeaveGuard(isHeld: boolean): void {
  // A reload may come as soon as the page says that the file is kept.
  useLayoutEffect(() => {
    if (!isHeld) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isHeld]);
}

/** The file that the page holds; null where it holds none, or one that it could make nothing of. */
function fileOf(state: Opening): File | null {
  if (state.step === 'idle' || state.step === 'refused') return null;
  return state.step === 'building' || state.step === 'open' ? state.from.file : state.file;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Does one thing with the storage after the other; what the page says of it is what was wanted last. Else a file that is told to be forgotten
 * while it is kept anew would be kept.
 */
function useInOrder() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const wanted = useRef(0);
  return useCallback((work: () => Promise<void>, done: () => void, failed: (error: unknown) => void) => {
    wanted.current += 1;
    const mine = wanted.current;
    const isWanted = () => mine === wanted.current;
    last.current = last.current.then(work).then(
      () => isWanted() && done(),
      (error: unknown) => isWanted() && failed(error),
    );
  }, []);
}

/**
 * Keeps the open file in this browser's own storage where the reader says so. `restore` opens one that was kept; it is called
 * where a page comes back to its file.
 */
export function useKeptFile(state: Opening, restore: (kept: KeptFile) => void): Keeping {
  const [offer, setOffer] = useState<KeptFile | null>(null);
  const [kept, setKept] = useState<File | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void keptFile().then((found) => {
      if (gone || found === null) return;
      setOffer(found);
      if (!isReturn()) return;
      setKept(found.file);
      restore(found);
    });
    return () => {
      gone = true;
    };
  }, [restore]);
  const held = fileOf(state);
  const isKept = held !== null && held === kept;
  const open = state.step === 'open' ? state : null;
  const inOrder = useInOrder();
  const keep = useCallback(() => {
    if (open === null) return;
    const wanted = asKept(open);
    inOrder(
      () => keepFile(wanted),
      () => {
        setKept(wanted.file);
        setOffer(wanted);
        setFailure(null);
      },
      (error) => setFailure(`It could not be kept: ${reasonOf(error)}`),
    );
  }, [open, inOrder]);
  // What its columns mean may have changed since it was kept.
  useEffect(() => {
    if (isKept) keep();
  }, [isKept, keep]);
  const forget = useCallback(() => {
    const gone = () => {
      setKept(null);
      setOffer(null);
      setFailure(null);
    };
    inOrder(forgetFile, gone, (error) => setFailure(`It could not be forgotten: ${reasonOf(error)}`));
  }, [inOrder]);
  useLeaveGuard(held !== null && !isKept);
  const reopen = useCallback(() => {
    if (offer === null) return;
    setKept(offer.file);
    restore(offer);
  }, [offer, restore]);
  const atRisk = isKept || state.step === 'examining' ? null : held;
  return { offer, isKept, atRisk, failure, keep, forget, reopen };
}
