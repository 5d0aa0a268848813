'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useDashboard, useFollow, useSettled } from '@/components/dashboard/state/dashboard-context';
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

/** Whether the page is on its way to a view with another map: then nobody will see the one that is made, and what it takes holds up the answers to that view. */
function useMovesOn(key: string): boolean {
  const { view, busy } = useDashboard();
  return useFollow().isFollowing || (busy && serializeView(mapView(view)) !== key);
}

/**
 * The map of the settled view. Until it has come the one before stands, with the view it was made
 * for; `error` is a sentence for the reader.
 */
export function useMap(source: MapSource) {
  const { view } = useSettled();
  const key = serializeView(mapView(view));
  const movesOn = useMovesOn(key);
  const { first, firstView } = source;
  const firstKey = useMemo(() => firstView && serializeView(mapView(firstView)), [firstView]);
  const last = useRef<{ readonly key: string | null; readonly shown: ShownMap }>({
    key: null,
    shown: { view: firstView ?? view, map: first },
  });
  const isFirst = first !== undefined && key === firstKey;
  const isThere = isFirst || last.current.key === key;
  const ask = { key, run: (signal: AbortSignal) => source.ask(mapView(view), signal) };
  const { asked, retry } = useAsked(isThere || movesOn ? [] : [ask]);
  const [answer] = asked;
  const come = isFirst ? first : answer?.kind === 'answer' ? answer.result : undefined;
  if (come !== undefined) last.current = { key, shown: { view, map: come } };
  // The same map of a view that differs in what no map shows.
  else if (last.current.key === key && last.current.shown.view !== view)
    last.current = { key, shown: { ...last.current.shown, view } };
  const { shown } = last.current;
  useEffect(() => source.standing.set(shown), [source, shown]);
  return {
    shown,
    isBusy: last.current.key !== key && answer?.kind !== 'error',
    error: answer?.kind === 'error' ? answer.message : null,
    retry,
  };
}
