'use client';

import { useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAsked } from '@/components/dashboard/state/use-asked';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import type { MapSource } from './map-source';

/** A view as far as a map shows it: places that are chosen are marked on it, and change nothing of it. */
function mapView(view: View): View {
  return {
    ...view,
    sort: [],
    columns: [],
    notes: [],
    incident: null,
    compare: null,
    places: [],
  };
}

/** A map, and the view that it was made for; left out where the first has not come yet. */
export interface ShownMap {
  readonly view: View;
  readonly map: MapAnswers | null | undefined;
}

/**
 * The map of the settled view. Until it has come the one before stands, with the view it was made
 * for; `error` is a sentence for the reader.
 */
export function useMap(source: MapSource) {
  const { view } = useSettled();
  const key = serializeView(mapView(view));
  const first = useRef({ key, shown: { view, map: source.first } as ShownMap });
  const last = useRef(first.current.shown);
  const isFirst = source.first !== undefined && key === first.current.key;
  const { asked, retry } = useAsked(
    isFirst ? [] : [{ key, run: (signal: AbortSignal) => source.ask(mapView(view), signal) }],
  );
  const [answer] = asked;
  if (isFirst) last.current = { ...first.current.shown, view };
  else if (answer?.kind === 'answer') last.current = { view, map: answer.result };
  return {
    shown: last.current,
    isBusy: !isFirst && (answer === undefined || answer.kind === 'pending'),
    error: answer?.kind === 'error' ? answer.message : null,
    retry,
  };
}
