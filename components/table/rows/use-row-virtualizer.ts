'use client';

import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Rows drawn beyond both ends of what is in sight. */
export const OVERSCAN = 8;
/** Elements of more rows than this would be higher than browsers allow, so that these scroll in a frame of their own. */
const MOST_IN_PAGE = 100_000;
/** Heights in pixels that rows are taken for until they are measured; see the styles of the table. All rows are as high as one, each card is measured. */
const ROW = 43;
const CARD = 168;

/** Virtualizers that have begun. */
const begun = new WeakSet<object>();

/**
 * Scrolls a page, but not when a virtualizer begins: it would scroll to where the page is, and to do so while React commits makes the browser
 * lay out all of the page at once, before the frame in which it would do so anyway.
 */
export const scrollOnceBegun: VirtualizerOptions<Window, Element>['scrollToFn'] = (
  offset,
  options,
  instance,
) => {
  const isFirst = !begun.has(instance);
  begun.add(instance);
  if (!isFirst || options.adjustments !== undefined) windowScroll(offset, options, instance);
};

/** Whether a table of so many rows scrolls in a frame of its own. */
export function isFramed(total: number, folded: boolean): boolean {
  return total > MOST_IN_PAGE && !folded;
}

interface RowsPlace {
  /** How far down the page the rows begin, in pixels. */
  readonly top: number;
  /** How high a row is. */
  readonly row: number;
}

/** Where the rows stand, and how high one is; kept true while what stands above them grows and shrinks. */
function useRowsPlace(table: RefObject<HTMLElement | null>, asked: boolean): RowsPlace {
  const [place, setPlace] = useState<RowsPlace>({ top: 0, row: ROW });
  useEffect(() => {
    if (!asked) return;
    const measure = () => {
      const rows = table.current?.querySelector('tbody');
      if (!rows) return;
      const top = Math.round(rows.getBoundingClientRect().top + window.scrollY);
      const row = rows.querySelector<HTMLElement>('tr[data-index]')?.offsetHeight || ROW;
      setPlace((old) => (old.top === top && old.row === row ? old : { top, row }));
    };
    if (typeof ResizeObserver === 'undefined') return measure();
    // It tells of the first size too, with the next frame: to measure now would have all of the page laid out at once.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [asked, table]);
  return place;
}

/** Where rows stand: in the page, or in the frame that a very long table scrolls in. */
export function useRowVirtualizer(
  table: RefObject<HTMLElement | null>,
  { count, framed, enabled, cards }: { count: number; framed: boolean; enabled: boolean; cards: boolean },
) {
  const held = useRef<number | null>(null);
  const rangeExtractor = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const focus = held.current;
    return focus === null || focus >= range.count || indexes.includes(focus)
      ? indexes
      : [...indexes, focus].sort((a, b) => a - b);
  }, []);
  const { top, row } = useRowsPlace(table, enabled);
  const estimateSize = useCallback(() => (cards ? CARD : row), [cards, row]);
  const common = { count, estimateSize, overscan: OVERSCAN, rangeExtractor };
  const inPage = useWindowVirtualizer<Element>({
    ...common,
    enabled: enabled && !framed,
    scrollMargin: top,
    scrollToFn: scrollOnceBegun,
  });
  const inFrame = useVirtualizer<HTMLElement, Element>({
    ...common,
    enabled: enabled && framed,
    getScrollElement: () => table.current,
  });
  const virtualizer = framed ? inFrame : inPage;
  useEffect(() => {
    if (row !== ROW) virtualizer.measure();
  }, [virtualizer, row]);
  return { virtualizer, top: framed ? 0 : top, held };
}
