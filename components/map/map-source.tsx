'use client';

import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { readMap, type SentMap } from '@/lib/render/map/sent-map';
import { unpack } from '@/lib/text/packed';
import { sitePath } from '@/lib/text/site-path';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/** A map, and the view that it was made for; left out where the first has not come yet. */
export interface ShownMap {
  readonly view: View;
  readonly map: MapAnswers | null | undefined;
}

/** Tells the rest of a page which map stands on it. */
export class StandingMap {
  #shown: ShownMap | null = null;
  readonly #listeners = new Set<() => void>();

  readonly get = (): ShownMap | null => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(shown: ShownMap): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

/** Where the map of a dashboard has its places and its outlines from. */
export interface MapSource {
  /** Whether any incident of the series has a place on a map. */
  readonly hasPlaces: boolean;
  /** The map of the view that the page was drawn for: null where nothing in it has a place, left out where it has not been asked for. */
  readonly first: MapAnswers | null | undefined;
  /** That view; null where none was. A panel may be drawn for the first time when the page has long come to another. */
  readonly firstView: View | null;
  readonly ask: (view: View, signal: AbortSignal) => Promise<MapAnswers | null>;
  readonly standing: StandingMap;
}

const SourceContext = createContext<MapSource | null>(null);

export const MapSourceProvider = SourceContext.Provider;

/** Where the map has its data from; null where this dashboard has no map. */
export function useMapSource(): MapSource | null {
  return useContext(SourceContext);
}

const NO_MAP = new StandingMap();

/** The map that stands on the page, at first the one that it was drawn with; null where none does. */
export function useStandingMap(view: View): ShownMap | null {
  const source = useMapSource();
  const { get, subscribe } = source?.standing ?? NO_MAP;
  const first = useRef<ShownMap>({ view, map: source?.first });
  const shown = useSyncExternalStore(subscribe, get, () => null) ?? first.current;
  return shown.map ? shown : null;
}

/** Asks the server for the map of a view of a revision. */
export function servedMap(dataset: string, revision: string): MapSource['ask'] {
  return async (view, signal) => {
    const path = sitePath(`/api/v1/datasets/${encodeURIComponent(dataset)}/map/${revision.slice(0, 12)}`);
    const response = await fetch(`${path}?${serializeView(view)}`, { signal });
    if (!response.ok) throw new Error('The map could not be had.');
    return readMap(unpack<{ readonly map: SentMap | null }>(await response.text()).map);
  };
}
