'use client';

import { bisector } from 'd3-array';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useRef,
  useState,
} from 'react';
import { isPlainClick } from '@/components/ui/view-link';
import type { DrawnBin } from '@/lib/query/coverage/bin-parts';
import { type ActivityData, countsIn } from '@/lib/render/activity/data';
import { groupAt } from '@/lib/render/activity/hit';
import type { ActivityLayout } from '@/lib/render/activity/layout';
import { besideCell, type CalendarGrid } from '@/lib/render/activity/modes/calendar-grid';

/** The mark the reader is at: a bin, and one of its groups or null for all of them. Both are indexes. */
export interface ChartCursor {
  readonly index: number;
  readonly group: number | null;
  /** A keyboard's cursor is read out; a pointer's is not. A finger has no keys to copy with. */
  readonly by: 'keyboard' | 'pointer' | 'touch';
}

const binAt = bisector((bin: DrawnBin) => bin.from).right;

/** The groups that have a figure above 0 or an unreported one in a bin, topmost last. */
export function groupsIn(data: ActivityData, index: number): readonly number[] {
  return data.groups.flatMap(({ values }, group) => {
    const value = values[index];
    return value && (value.high === null || value.high > 0) ? [group] : [];
  });
}

/** Whether there is anything to show behind a mark. */
export function canChoose(
  data: ActivityData,
  { index, group }: Pick<ChartCursor, 'index' | 'group'>,
): boolean {
  const values = group === null ? data.totals : (data.groups[group]?.values ?? []);
  return countsIn(data, values, index);
}

/** The next group up (1) or down (−1) in a bin; null stands for all of them, beneath the first. */
function nextGroup(data: ActivityData, { index, group }: ChartCursor, step: 1 | -1): number | null {
  const all = groupsIn(data, index);
  const at = group ?? -1;
  if (step < 0) return all.findLast((one) => one < at) ?? null;
  return all.find((one) => one > at) ?? group;
}

function moved(
  data: ActivityData,
  { calendar }: ActivityLayout,
  cursor: ChartCursor,
  key: string,
): ChartCursor | null {
  const last = data.bins.length - 1;
  const to = (index: number): ChartCursor => ({
    ...cursor,
    index: Math.min(last, Math.max(0, index)),
    by: 'keyboard',
  });
  const rows: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
  const step = rows[key];
  if (calendar && step) return to(besideCell(calendar, cursor.index, step) ?? cursor.index);
  switch (key) {
    case 'ArrowRight':
      return to(cursor.index + 1);
    case 'ArrowLeft':
      return to(cursor.index - 1);
    case 'PageDown':
      return to(cursor.index + 10);
    case 'PageUp':
      return to(cursor.index - 10);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowUp':
      return { ...cursor, group: nextGroup(data, cursor, 1), by: 'keyboard' };
    case 'ArrowDown':
      return { ...cursor, group: nextGroup(data, cursor, -1), by: 'keyboard' };
    default:
      return null;
  }
}

/** The cell of a calendar at a place; null beside all of them. */
function inCalendar(
  { cells, cell }: CalendarGrid,
  x: number,
  y: number,
  by: ChartCursor['by'],
): ChartCursor | null {
  const index = cells.findIndex(
    (one) => x >= one.x && x < one.x + cell.width && y >= one.y && y < one.y + cell.height,
  );
  return index < 0 ? null : { index, group: null, by };
}

/** The mark under a pointer, by the place in the chart and the element that was hit. */
function underPointer(data: ActivityData, layout: ActivityLayout, event: PointerEvent): ChartCursor | null {
  const box = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const by = event.pointerType === 'touch' ? 'touch' : 'pointer';
  if (layout.calendar) return inCalendar(layout.calendar, x, y, by);
  const { left, right } = layout.frame;
  if (x < left || x > layout.width - right) return null;
  const index = Math.max(0, binAt(data.bins, layout.scale.day(x)) - 1);
  const mark = event.target instanceof Element ? event.target.closest('[data-group]') : null;
  const plot = layout.plots.findIndex(({ top, height }) => y >= top - 20 && y <= top + height);
  const panel = data.mode === 'panels' && plot >= 0 ? plot : null;
  const drawn = layout.dense ? groupAt(data, layout, index, y) : null;
  const group = mark ? Number(mark.getAttribute('data-group')) : (drawn ?? panel);
  return { index, group, by };
}

/**
 * The cursor of a chart, moved by pointer and keyboard; `choose` is called with the mark that a click or Enter chooses.
 * A finger's first tap on a mark shows its card, the second chooses it.
 */
export function useChartCursor(
  data: ActivityData,
  layout: ActivityLayout,
  choose: (cursor: ChartCursor) => void,
) {
  const [held, setCursor] = useState<ChartCursor | null>(null);
  const pressed = useRef(false);
  const firstTap = useRef(false);
  const cursor = held && held.index < data.bins.length ? held : null;

  const startOf = (): ChartCursor => ({
    index: Math.max(
      0,
      data.bins.findIndex((_, index) => canChoose(data, { index, group: null })),
    ),
    group: null,
    by: 'keyboard',
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || data.bins.length === 0) return;
    // Not held back: Escape ends what is selected, too.
    if (event.key === 'Escape') return setCursor(null);
    if (event.key === 'Enter') {
      if (cursor && canChoose(data, cursor)) choose(cursor);
    } else {
      const next = cursor
        ? moved(data, layout, cursor, event.key)
        : moved(data, layout, startOf(), event.key) && startOf();
      if (!next) return;
      setCursor(next);
    }
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    const next = underPointer(data, layout, event);
    if (next?.index !== cursor?.index || next?.group !== cursor?.group) setCursor(next);
  };
  return {
    cursor,
    handlers: {
      onKeyDown,
      onPointerMove,
      onPointerDown: (event: PointerEvent) => {
        pressed.current = true;
        const next = underPointer(data, layout, event);
        const stays = next?.index === cursor?.index && next?.group === cursor?.group;
        firstTap.current = event.pointerType === 'touch' && !stays;
        setCursor(next);
      },
      onClick: (event: MouseEvent) => {
        if (!isPlainClick(event) || !cursor || !canChoose(data, cursor)) return;
        event.preventDefault();
        if (firstTap.current) return;
        // The mark that was clicked may be drawn anew, and would take the focus of the page with it.
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true });
        choose(cursor);
        // What is chosen has a card of its own, and a finger does not go away.
        if (cursor.by === 'touch') setCursor(null);
      },
      onPointerLeave: (event: PointerEvent) => {
        if (event.pointerType !== 'touch') setCursor((now) => (now?.by === 'pointer' ? null : now));
      },
      onFocus: () => {
        if (!pressed.current && data.bins.length > 0) setCursor((now) => now ?? startOf());
        pressed.current = false;
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        // From the chart to a mark in it, which a tap gives the focus.
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        pressed.current = false;
        setCursor(null);
      },
    },
  };
}
