'use client';

import { type RefObject, useEffect } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import type { RowPages } from './use-row-pages';

/** Height of the head, under which a row would be hidden. */
const HEAD = 40;

/** Scrolls the table, never the page, so that a row drawn in it is in sight. */
function reveal(scroller: HTMLElement, row: HTMLElement): void {
  const [outer, inner] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top + HEAD) scroller.scrollTop -= outer.top + HEAD - inner.top;
  else if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom;
}

/** Keeps the open incident's row in sight while the reader steps from one to the next. */
export function useOpenRow({ key }: RowPages, scroller: RefObject<HTMLElement | null>): void {
  const { incident } = useSettled().view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows under the same incident ask for it again
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>('tr[aria-current="true"]');
    if (scroller.current && row) reveal(scroller.current, row);
  }, [incident, key, scroller]);
}
