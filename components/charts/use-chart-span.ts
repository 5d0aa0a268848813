'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useSpanDrag } from '@/components/ui/use-span-drag';
import type { ActivityData } from '@/lib/render/activity/data';
import type { ActivityLayout } from '@/lib/render/activity/layout';
import type { DaySpan } from '@/lib/time/day';
import type { ChartCursor } from './use-chart-cursor';

/** A drag over the bins of a chart. A calendar has no axis to drag along. */
export function useChartDrag(data: ActivityData, layout: ActivityLayout, onSpan: (span: DaySpan) => void) {
  const timeAt = (event: PointerEvent<Element>) => {
    if (layout.calendar !== null || data.bins.length < 2) return null;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const { scale, frame, width } = layout;
    const inside = Math.min(width - frame.right, Math.max(frame.left, x));
    return scale.from + (inside - scale.x(scale.from)) / scale.pixelsPerDay;
  };
  return useSpanDrag({ timeAt, space: { bin: data.bin, limits: data.window }, onSpan });
}

/** A span from one bin to another, marked by Shift and the arrow keys. */
export function useSpanKeys(data: ActivityData, cursor: ChartCursor | null, onSpan: (span: DaySpan) => void) {
  const [anchor, setAnchor] = useState<number | null>(null);
  // A span ends with the cursor that marked it.
  if (cursor === null && anchor !== null) setAnchor(null);
  const ends = [anchor, cursor?.index ?? null].map((index) =>
    index === null ? undefined : data.bins[index],
  );
  const [a, b] = ends;
  const draft = a && b ? { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to } : null;
  /** Whether the key is left to the cursor. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.shiftKey && /^(Arrow(Left|Right)|Home|End|Page(Up|Down))$/.test(event.key)) {
      setAnchor((now) => now ?? cursor?.index ?? null);
      return true;
    }
    if (draft === null) return true;
    setAnchor(null);
    if (event.key === 'Escape') event.preventDefault();
    if (event.key !== 'Enter') return event.key !== 'Escape';
    event.preventDefault();
    onSpan(draft);
    return false;
  };
  return { draft, onKeyDown };
}

type Handlers = Readonly<Record<string, (event: never) => void>>;

/** Handlers of two kinds on one element: where both know an event, the first goes before the second. */
export function joinHandlers<A extends Handlers, B extends Handlers>(first: A, second: B): A & B {
  const both = Object.keys(first).filter((name) => name in second);
  const joined = both.map((name) => [
    name,
    (event: never) => {
      first[name]?.(event);
      second[name]?.(event);
    },
  ]);
  return { ...first, ...second, ...Object.fromEntries(joined) };
}
