'use client';

import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TableItem } from '@/components/table/cells/table-columns';
import { useHydrated, usePrinting } from '@/components/ui/use-browser-state';
import { FIRST_ROWS } from '@/lib/query/plan/plan';
import { FETCHED_WHOLE } from './rows-for-paper';
import type { RowPages } from './use-row-pages';
import { isFramed, OVERSCAN, useRowVirtualizer } from './use-row-virtualizer';
import { MOST_PRINTED, useWholePrint } from './use-whole-print';

/** So many rows of a longer table stand until the reader asks for all. */
export const FOLDED_ROWS = 50;
/** How the rows of a table stand in the page. */
export interface RowLayout {
  /** Rows are drawn as cards. */
  readonly cards: boolean;
  /** Of a long table only the first rows are drawn. */
  readonly folded: boolean;
}

/** The rows to be drawn, and the room that those left out take. */
export interface VisibleItems {
  readonly items: readonly TableItem[];
  /** How many rows from the first on can be seen, by scrolling too. */
  readonly reach: number;
  /** Height of the rows left out before an item, in pixels, and after the last one. */
  readonly gapBefore: (at: number) => number;
  readonly gapAfter: number;
  /** Measures a card; a ref for each element of one, which carries `data-index`. Null where all are rows of one height. */
  readonly measure: ((element: Element | null) => void) | null;
  /** Keeps the row that holds the focus in the page, however far the table is scrolled. */
  readonly holdFocus: (index: number | null) => void;
  readonly printing: boolean;
  /** A print waits for the rows that are not here yet. */
  readonly awaited: boolean;
}

/** How many rows from the first on are here. */
function loadedPrefix({ total, rowAt }: RowPages): number {
  let count = 0;
  while (count < total && rowAt(count) !== null) count += 1;
  return count;
}

/** Brings the first row back into sight where the reader is further down, in the table's own frame and in the page. */
export function showBeginning(table: HTMLElement): void {
  table.scrollTop = 0;
  const hidden = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const rows = table.querySelector('tbody');
  if (rows && rows.getBoundingClientRect().top < hidden) table.scrollIntoView({ block: 'start' });
}

/** Whether a table of so many rows, which may be cards, is long enough to be folded. */
export function canFold(total: number, cards: boolean): boolean {
  return total > (cards ? FOLDED_ROWS : FETCHED_WHOLE);
}

/** Without scripts and of a folded table the first rows; in print those that are here; else those near the scrolled part. */
export function useVisibleItems(
  pages: RowPages,
  table: RefObject<HTMLElement | null>,
  { cards, folded }: RowLayout,
): VisibleItems {
  const { key, total, rowAt, want, failure } = pages;
  const hydrated = useHydrated();
  const printing = usePrinting();
  const here = useMemo(() => loadedPrefix(pages), [pages]);
  const printAsked = useWholePrint(total - here, total, failure !== null);
  const count = folded ? Math.min(total, FOLDED_ROWS) : total;
  const whole = total <= FETCHED_WHOLE || ((printing || printAsked) && total <= MOST_PRINTED);
  const enabled = hydrated && !printing && count > FIRST_ROWS;
  const framed = isFramed(total, folded);
  const { virtualizer, top, held } = useRowVirtualizer(table, { count, framed, enabled, cards });

  const shown = useRef({ key, cards });
  useEffect(() => {
    const before = shown.current;
    if (before.key === key && before.cards === cards) return;
    shown.current = { key, cards };
    if (cards || before.cards) virtualizer.measure();
    if (before.key === key) return;
    held.current = null;
    // With the next frame, which lays the page out anyway.
    const frame = requestAnimationFrame(() => table.current && showBeginning(table.current));
    return () => cancelAnimationFrame(frame);
  }, [key, cards, table, virtualizer, held]);

  const range = enabled ? virtualizer.range : null;
  const [first, last] = whole ? [0, total - 1] : [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => {
    const most = whole ? total : count;
    if (hydrated) want(Math.max(0, first - OVERSCAN), Math.min(last + OVERSCAN, most - 1));
  }, [hydrated, want, first, last, whole, total, count]);

  const placed = enabled ? virtualizer.getVirtualItems() : null;
  const items = useMemo(() => {
    if (placed) return placed.map(({ index }) => ({ index, row: rowAt(index) }));
    const drawn = printing ? here : Math.min(count, FIRST_ROWS);
    return Array.from({ length: drawn }, (_, index) => ({ index, row: rowAt(index) }));
  }, [placed, printing, here, count, rowAt]);

  const gapBefore = (at: number) => {
    if (!placed) return 0;
    return (placed[at]?.start ?? top) - (at === 0 ? top : (placed[at - 1]?.end ?? top));
  };
  const gapAfter = placed ? virtualizer.getTotalSize() + top - (placed.at(-1)?.end ?? top) : 0;
  const holdFocus = useCallback(
    (index: number | null) => {
      held.current = index;
    },
    [held],
  );
  return {
    items,
    reach: placed ? count : items.length,
    gapBefore,
    gapAfter,
    measure: cards ? virtualizer.measureElement : null,
    holdFocus,
    printing,
    awaited: printAsked,
  };
}
