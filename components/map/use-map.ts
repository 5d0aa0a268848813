'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAsked } from '@/components/dashboard/state/use-asked';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import type { MapSource, ShownMap } from './map-source';

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

/**
 * The map of the settled view. Until it has come the one before stands, with the view it was made
 * for; `error` is a sentence for the reader.
 */
export function useMap(source: MapSource) {
  const { view } = useSettled();
  const key = serializeView(mapView(view));
  const { first, firstView } = source;
  const firstKey = useMemo(() => firstView && serializeView(mapView(firstView)), [firstView]);
  const last = useRef<ShownMap>({ view: firstView ?? view, map: first });
  const isFirst = first !== undefined && key === firstKey;
  const { asked, retry } = useAsked(
    isFirst ? [] : [{ key, run: (signal: AbortSignal) => source.ask(mapView(view), signal) }],
  );
  const [answer] = asked;
  if (isFirst) last.current = { view, map: first };
  else if (answer?.kind === 'answer') last.current = { view, map: answer.result };
  const shown = last.current;
  useEffect(() => source.standing.set(shown), [source, shown]);
  return {
    shown,
    isBusy: !isFirst && (answer === undefined || answer.kind === 'pending'),
    error: answer?.kind === 'error' ? answer.message : null,
    retry,
  };
}
