'use client';

import { createContext, useContext } from 'react';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { readMap, type SentMap } from '@/lib/render/map/sent-map';
import { unpack } from '@/lib/text/packed';
import { sitePath } from '@/lib/text/site-path';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/** Where the map of a dashboard has its places and its outlines from. */
export interface MapSource {
  /** Whether any incident of the series has a place on a map. */
  readonly hasPlaces: boolean;
  /** The map of the view that the page was drawn for: null where nothing in it has a place, left out where it has not been asked for. */
  readonly first: MapAnswers | null | undefined;
  readonly ask: (view: View, signal: AbortSignal) => Promise<MapAnswers | null>;
}

const SourceContext = createContext<MapSource | null>(null);

export const MapSourceProvider = SourceContext.Provider;

/** Where the map has its data from; null where this dashboard has no map. */
export function useMapSource(): MapSource | null {
  return useContext(SourceContext);
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
