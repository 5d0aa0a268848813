'use client';

import { useState } from 'react';
import type { Count } from '@/lib/query/result';

/** What a facet listed before and what it counts now, in one order: the same list where nothing came to it. */
export function listedWith(before: readonly string[], counted: readonly string[]): readonly string[] {
  const known = new Set(before);
  if (counted.every((id) => known.has(id))) return before;
  const now = new Set(counted);
  return [...counted, ...before.filter((id) => !now.has(id))];
}

/**
 * The ids of all values that a facet has counted since it stands on the page, of those it counts now (`counted`) in their order. A value that a filter
 * elsewhere leaves without an incident stays on the list, and every value in its place, so that nothing moves under the
 * hand that set the filter; only a value that was not there before orders the list anew.
 */
export function useListed(counted: readonly string[]): readonly string[] {
  const [listed, setListed] = useState(counted);
  const next = listedWith(listed, counted);
  if (next !== listed) setListed(next);
  return next;
}

/**
 * A list that is folded after its first values, those with most incidents first: under a filter the first of them all may
 * have none. It keeps its length, and its rows stand for what has that rank, so its keys are ranks.
 */
export function ranked<T extends { readonly count: Count }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => b.count.best - a.count.best || b.count.high - a.count.high);
}

/** The first `most` of a list; whatever is kept (`keeps`) further down takes the place of the last of them, so that the list is as long as before. */
export function firstWith<T>(list: readonly T[], most: number, keeps: (one: T) => boolean): readonly T[] {
  let room = most - list.filter(keeps).length;
  return list.filter((one) => {
    if (keeps(one)) return true;
    room -= 1;
    return room >= 0;
  });
}
