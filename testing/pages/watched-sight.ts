import { vi } from 'vitest';

/** Tells one part of a page whether it is in sight. */
type See = (entries: readonly { readonly isIntersecting: boolean }[]) => void;

/** What looks from now on whether it is in sight, in the order in which it began to; to be undone by `vi.unstubAllGlobals`. */
export function watchedSight(): readonly See[] {
  const all: See[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: See) {
        all.push(tell);
      }
      observe() {}
      disconnect() {}
    },
  );
  return all;
}
