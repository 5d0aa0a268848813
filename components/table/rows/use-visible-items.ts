'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TableItem } from '@/components/table/cells/table-columns';
import { useHydrated, usePrinting } from '@/components/ui/use-browser-state';
import { FIRST_ROWS } from '@/lib/query/plan/plan';
import type { RowPages } from './use-row-pages';
import { MOST_PRINTED, useWholePrint } from './use-whole-print';

/** A table of no more rows than this is fetched whole, so that it can be printed and searched in the page. */
const FETCHED_WHOLE = 250;
const OVERSCAN = 8;
/** Below this width rows are drawn as cards; the same as in incident-table.module.css. */
const CARDS_BELOW = 720;
/** Height of the head that stays while the rows scroll. */
const HEAD = 40;

/** The rows to be drawn, and the room that those left out take. */
export interface VisibleItems {
  readonly items: readonly TableItem[];
  /** Height of the rows left out before an item, in pixels, and after the last one. */
  readonly gapBefore: (at: number) => number;
  readonly gapAfter: number;
  /** Measures a row; a ref for each row element, which carries `data-index`. */
  readonly measure: (element: Element | null) => void;
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

/** Without scripts the first rows; in print those that are here; else those near the scrolled part. */
export function useVisibleItems(pages: RowPages, scroller: RefObject<HTMLElement | null>): VisibleItems {
  const { key, total, rowAt, want, failure } = pages;
  const hydrated = useHydrated();
  const printing = usePrinting();
  const here = useMemo(() => loadedPrefix(pages), [pages]);
  const printAsked = useWholePrint(total - here, total, failure !== null);
  const whole = total <= FETCHED_WHOLE || ((printing || printAsked) && total <= MOST_PRINTED);
  const held = useRef<number | null>(null);
  const virtual = hydrated && !printing && total > FIRST_ROWS;
  const rangeExtractor = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const focus = held.current;
    return focus === null || focus >= range.count || indexes.includes(focus)
      ? indexes
      : [...indexes, focus].sort((a, b) => a - b);
  }, []);
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: total,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ((scroller.current?.clientWidth ?? CARDS_BELOW) < CARDS_BELOW ? 176 : 59),
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
    rangeExtractor,
  });

  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current === key) return;
    shownKey.current = key;
    held.current = null;
    if (scroller.current) scroller.current.scrollTop = 0;
    virtualizer.measure();
  }, [key, scroller, virtualizer]);

  const range = virtual ? virtualizer.range : null;
  const [first, last] = whole ? [0, total - 1] : [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => {
    if (hydrated) want(Math.max(0, first - OVERSCAN), last + OVERSCAN);
  }, [hydrated, want, first, last]);

  const placed = virtual ? virtualizer.getVirtualItems() : null;
  const items = useMemo(() => {
    if (placed) return placed.map(({ index }) => ({ index, row: rowAt(index) }));
    const count = printing ? here : Math.min(total, FIRST_ROWS);
    return Array.from({ length: count }, (_, index) => ({ index, row: rowAt(index) }));
  }, [placed, printing, here, total, rowAt]);

  const gapBefore = (at: number) => {
    if (!placed) return 0;
    return (placed[at]?.start ?? 0) - (at === 0 ? 0 : (placed[at - 1]?.end ?? 0));
  };
  const gapAfter = placed ? virtualizer.getTotalSize() - (placed.at(-1)?.end ?? 0) : 0;
  const holdFocus = useCallback((index: number | null) => {
    held.current = index;
  }, []);
  return {
    items,
    gapBefore,
    gapAfter,
    measure: virtualizer.measureElement,
    holdFocus,
    printing,
    awaited: printAsked,
  };
}
