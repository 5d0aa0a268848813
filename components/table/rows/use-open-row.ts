'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import type { RowPages } from './use-row-pages';

function rowOf(table: HTMLElement, incident: string): HTMLElement | null {
  const titles = [...table.querySelectorAll<HTMLElement>('[data-incident]')];
  return titles.find(({ dataset }) => dataset.incident === incident)?.closest('tr') ?? null;
}

function isInSight(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/**
 * Keeps the open incident's row in sight while a reader who looks at the table steps from one to the next. A reader who opens
 * incidents elsewhere, such as from a chart, is not taken away from there.
 */
export function useOpenRow({ key }: RowPages, table: RefObject<HTMLElement | null>): void {
  const { incident } = useSettled().view;
  const before = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows under the same incident ask for it again
  useEffect(() => {
    const last = before.current;
    before.current = incident;
    if (table.current === null || last === null || incident === null) return;
    const from = rowOf(table.current, last);
    if (from !== null && isInSight(from))
      rowOf(table.current, incident)?.scrollIntoView({ block: 'nearest' });
  }, [incident, key, table]);
}
