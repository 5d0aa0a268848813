import type { Part } from '@/lib/query/plan/in-sight';

/** Which parts of a plan a page shows. */
export interface PartsInSight {
  /** Says that parts are in sight, until what it gives is called. */
  readonly see: (parts: readonly Part[]) => () => void;
  readonly now: () => ReadonlySet<Part>;
  /** Who is told a moment after parts have come into sight: the last that asked for it. */
  readonly whenMore: (listen: () => void) => void;
}

export function partsInSight(): PartsInSight {
  const seen = new Set<readonly Part[]>();
  let tell = () => {};
  return {
    see(parts) {
      // A list of its own, so that each of two who see the same is counted.
      const own = [...parts];
      seen.add(own);
      // Together with what else comes into sight now.
      queueMicrotask(() => tell());
      return () => seen.delete(own);
    },
    now: () => new Set([...seen].flat()),
    whenMore(listen) {
      tell = listen;
    },
  };
}
