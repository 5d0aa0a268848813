'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

/** How a drawing is moved and enlarged while a reader pulls at it: a point p stands at k·p + (x, y), in its own pixels. */
export interface MapShift {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const UNMOVED: MapShift = { k: 1, x: 0, y: 0 };

/** The shift of a drawing, apart from the state of its panel: a map that is pulled sets it sixty times a second, and only what moves is rendered. */
export class CurrentShift {
  #now = UNMOVED;
  readonly #listeners = new Set<() => void>();

  readonly get = (): MapShift => this.#now;

  readonly set = (next: MapShift): void => {
    this.#now = next;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useShift(shift: CurrentShift): MapShift {
  return useSyncExternalStore(shift.subscribe, shift.get, () => UNMOVED);
}

/** What moves with the map. */
export function Shifted({ shift, children }: { readonly shift: CurrentShift; readonly children: ReactNode }) {
  const { k, x, y } = useShift(shift);
  const isMoved = k !== 1 || x !== 0 || y !== 0;
  return <g transform={isMoved ? `translate(${x} ${y}) scale(${k})` : undefined}>{children}</g>;
}
