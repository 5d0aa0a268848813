'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { toggleSelection } from '@/lib/render/activity/selection';
import { middleOf } from '@/lib/render/overview/window-change';
import { itemNear, stepItem } from '@/lib/render/timeline/item-steps';
import type { Lane } from '@/lib/render/timeline/lanes';
import type { LaidItem, TimelineLayout } from '@/lib/render/timeline/layout';
import { selectionOfItem, selectionOfLane } from '@/lib/render/timeline/selection';
import type { Day, DaySpan } from '@/lib/time/day';
import { changeView } from '@/lib/view/change';
import { keyAction } from './timeline-keys';
import type { CardState } from './use-card';
import type { WindowGesture } from './use-window-gesture';

/** How far from a small mark a pointer still means it. */
const REACH = 8;

export interface EventsInput {
  readonly layout: TimelineLayout;
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly gesture: WindowGesture;
  readonly cards: CardState;
  readonly shown: DaySpan;
  readonly limits: DaySpan;
}

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A day of what a mark stands for; null where it has no day of its own. */
function dayOf(item: LaidItem): Day | null {
  return item.kind === 'mark' ? item.mark.date.earliest : item.from;
}

function keyOf(target: EventTarget): string {
  return (target instanceof Element && target.closest('[data-key]')?.getAttribute('data-key')) || '';
}

/** The lane whose name was hit. */
function laneAt(target: EventTarget, { lanes }: TimelineLayout): Lane | null {
  const link = target instanceof Element ? target.closest('[data-lane]') : null;
  return link === null ? null : (lanes[Number(link.getAttribute('data-lane'))]?.lane ?? null);
}

/** Moves the focus from the name of a lane to that of another. */
function stepLane(event: KeyboardEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('[data-lane]') : null;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (link === null || step === undefined) return false;
  const all = [...event.currentTarget.querySelectorAll<SVGAElement>('[data-lane]')];
  all[all.indexOf(link as SVGAElement) + step]?.focus();
  event.preventDefault();
  return true;
}

/** Finds items by their keys, of which it makes an index for the first: most frames of a moving window ask for none. */
function finderOf({ items }: TimelineLayout): (key: string) => LaidItem | undefined {
  let byKey: ReadonlyMap<string, LaidItem> | null = null;
  return (key) => {
    byKey ??= new Map(items.map((item) => [item.key, item]));
    return byKey.get(key);
  };
}

/** Which mark the Tab key stops at, and the way to move the focus. A mark that a zoom took away hands it on. */
function useStop({ layout, drawing }: Pick<EventsInput, 'layout' | 'drawing'>) {
  const [stop, setStop] = useState<string | null>(null);
  const inside = useRef(false);
  const find = useMemo(() => finderOf(layout), [layout]);
  const current = stop !== null && find(stop) ? stop : (layout.items[0]?.key ?? null);
  const focusDrawn = (key: string | null) => {
    const links = drawing.current?.querySelectorAll<SVGAElement>('[data-key]') ?? [];
    [...links].find((link) => link.dataset.key === key)?.focus({ preventScroll: true });
  };
  const focus = (key: string | null) => {
    if (key === null) return;
    // At once: where items are drawn together, only the one that is stopped at has a link to focus.
    flushSync(() => setStop(key));
    focusDrawn(key);
  };
  useEffect(() => {
    const left = (event: Event) => {
      if (!(event.target instanceof Node && drawing.current?.contains(event.target))) inside.current = false;
    };
    document.addEventListener('pointerdown', left);
    return () => document.removeEventListener('pointerdown', left);
  }, [drawing]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks after each new layout
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) focusDrawn(current);
  }, [layout]);
  return { find, current, setStop, focus, inside };
}

/** What pointer and keys do in the timeline. */
export function useTimelineEvents(input: EventsInput) {
  const { layout, drawing, gesture, cards, shown, limits } = input;
  const { info } = useSettled();
  const { go, viewNow } = useNavigation();
  const { find, current, setStop, focus, inside } = useStop(input);

  const itemAt = (event: MouseEvent | PointerEvent): LaidItem | null => {
    const key = keyOf(event.target);
    const box = drawing.current?.getBoundingClientRect();
    if (key !== '' || !box?.width) return find(key) ?? null;
    const scale = layout.frame.width / box.width;
    return itemNear(layout, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale, REACH);
  };
  const onClick = (event: MouseEvent) => {
    if (!plainClick(event)) return;
    const lane = laneAt(event.target, layout);
    if (lane) {
      event.preventDefault();
      go((now) => toggleSelection(now, selectionOfLane(now, lane)));
      return;
    }
    const item = itemAt(event);
    if (!item) return;
    event.preventDefault();
    setStop(item.key);
    const select = selectionOfItem(layout, item);
    if (select === null && item.kind === 'mark') go((now) => changeView(now, { incident: item.mark.id }));
    else go((now) => toggleSelection(now, select));
  };
  const onPointerMove = (event: PointerEvent) => {
    const item = event.pointerType === 'touch' ? null : itemAt(event);
    if (item) cards.show(item);
    else if (cards.card) cards.hideSoon();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (stepLane(event)) return;
    const held = inside.current && current !== null ? find(current) : undefined;
    const anchor = (held && dayOf(held)) ?? middleOf(shown);
    const action = keyAction(event, { window: shown, limits, anchor, empty: layout.items.length === 0 });
    if (!action) return;
    if (action.kind === 'dismiss') {
      if (cards.card && viewNow().select === null) event.stopPropagation();
      cards.hide();
      return;
    }
    event.preventDefault();
    if (action.kind === 'step') focus(stepItem(layout, current, action.step)?.key ?? null);
    else gesture.nudge(action.kind === 'all' ? info.guide.meta.coverage : action.window);
  };
  const onFocus = (event: FocusEvent) => {
    inside.current = true;
    const item = find(keyOf(event.target));
    if (!item) return;
    setStop(item.key);
    cards.show(item);
  };
  const onBlur = (event: FocusEvent) => {
    // A mark that a zoom takes away loses the focus to nothing; a reader who leaves goes to something.
    if (event.relatedTarget !== null) inside.current = false;
    cards.hideSoon();
  };
  return { find, current, onClick, onPointerMove, onKeyDown, onFocus, onBlur };
}
