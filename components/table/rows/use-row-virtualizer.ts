'use client';

import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Rows drawn beyond both ends of what is in sight. */
export const OVERSCAN = 8;
/** Elements of more rows than this would be higher than browsers allow, so that these scroll in a frame of their own. */
const MOST_IN_PAGE = 100_000;
/** Heights in pixels that rows are taken for until they are measured; see the styles of the table. */
const ROW = 40;
const CARD = 168;

/** Whether a table of so many rows scrolls in a frame of its own. */
export function isFramed(total: number, folded: boolean): boolean {
  return total > MOST_IN_PAGE && !folded;
}

/** How far down the page the rows begin, in pixels; kept true while what stands above them grows and shrinks. */
function useRowsTop(table: RefObject<HTMLElement | null>, asked: boolean): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (!asked) return;
    const measure = () => {
      const rows = table.current?.querySelector('tbody');
      if (rows) setTop(Math.round(rows.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [asked, table]);
  return top;
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
  const top = useRowsTop(table, enabled && !framed);
  const common = { count, estimateSize: () => (cards ? CARD : ROW), overscan: OVERSCAN, rangeExtractor };
  const inPage = useWindowVirtualizer<Element>({ ...common, enabled: enabled && !framed, scrollMargin: top });
  const inFrame = useVirtualizer<HTMLElement, Element>({
    ...common,
    enabled: enabled && framed,
    getScrollElement: () => table.current,
  });
  return { virtualizer: framed ? inFrame : inPage, top: framed ? 0 : top, held };
}
