import type { KeyboardEvent } from 'react';
import { panWindow, ZOOM_STEP, zoomWindow } from '@/lib/render/overview/window-change';
import type { ItemStep } from '@/lib/render/timeline/item-steps';
import type { Day, DaySpan } from '@/lib/time/day';

/** What a key does in the timeline. */
export type KeyAction =
  | { readonly kind: 'step'; readonly step: ItemStep }
  | { readonly kind: 'window'; readonly window: DaySpan }
  | { readonly kind: 'all' }
  | { readonly kind: 'dismiss' };

const STEPS: Readonly<Record<string, ItemStep>> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
};

/** The share of the window that panning by key moves it. */
const PAN = 0.25;

/** Where a key is pressed: `anchor` is the day that a zoom keeps in its place; `empty` where there is no mark. */
export interface KeyPlace {
  readonly window: DaySpan;
  readonly limits: DaySpan;
  readonly anchor: Day;
  readonly empty: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

function panned({ key, shiftKey }: Key, window: DaySpan, limits: DaySpan, empty: boolean): DaySpan | null {
  const days = Math.max(1, Math.round((window.to - window.from + 1) * PAN));
  const arrow = shiftKey || empty;
  if (key === 'PageUp' || (arrow && key === 'ArrowLeft')) return panWindow(window, -days, limits);
  if (key === 'PageDown' || (arrow && key === 'ArrowRight')) return panWindow(window, days, limits);
  return null;
}

/**
 * Arrows go from mark to mark, with Shift (or where there is no mark) they move the window, as the page keys do;
 * `+`, `-` and `0` zoom. Null where the key means nothing here.
 */
export function keyAction(event: Key, { window, limits, anchor, empty }: KeyPlace): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return { kind: 'dismiss' };
  if (event.key === '0') return { kind: 'all' };
  const pan = panned(event, window, limits, empty);
  if (pan) return { kind: 'window', window: pan };
  const factor =
    event.key === '+' || event.key === '='
      ? ZOOM_STEP
      : event.key === '-' || event.key === '−'
        ? 1 / ZOOM_STEP
        : null;
  if (factor !== null) return { kind: 'window', window: zoomWindow(window, factor, anchor, limits) };
  const step = STEPS[event.key];
  return step && !event.shiftKey && !empty ? { kind: 'step', step } : null;
}
