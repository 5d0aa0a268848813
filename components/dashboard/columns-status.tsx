'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useMapSource } from '@/components/map/map-source';
import { atLeisure } from '@/components/ui/later/at-leisure';
import type { ColumnsSource, ColumnsState } from '@/lib/client/served/columns-state';
import { warmUp } from '@/lib/query/plan/warm-up';
import { formatNumber } from '@/lib/words/figures';
import { panelsReady } from './panels';
import { useDashboard } from './state/dashboard-context';
import { useColumns, useEngine } from './state/engine-context';

/** Where the columns of a series are, and how many incidents stand in them. */
export interface ColumnsOffer {
  readonly at: string;
  readonly incidents: number;
}

const WAITING: ColumnsState = { kind: 'waiting' };

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function Progress({ bytes, of }: { readonly bytes: number; readonly of: number | null }) {
  return (
    <>
      Fetching all incidents, to answer without the server: {megabytes(bytes)}
      {of !== null && ` of ${megabytes(of)}`} MB{' '}
    </>
  );
}

function Words({ source, state }: { readonly source: ColumnsSource; readonly state: ColumnsState }) {
  const { incidents } = useDashboard().info;
  switch (state.kind) {
    case 'waiting':
      return null;
    case 'offered':
      return (
        <button type="button" className="control" onClick={source.fetch}>
          Fetch the series whole ({formatNumber(incidents)} rows), to answer without the server
        </button>
      );
    case 'fetching':
      return (
        <>
          <Progress {...state} />
          <button type="button" className="control" onClick={source.cancel}>
            Stop
          </button>
        </>
      );
    case 'here':
      return 'All of the series is here: this page answers without the server.';
    case 'stays':
      return state.why;
  }
}

function Status({ source, offer }: { readonly source: ColumnsSource; readonly offer: ColumnsOffer }) {
  const { info } = useDashboard();
  const { guide } = info;
  const engine = useEngine();
  const hasMap = useMapSource()?.hasPlaces ?? false;
  const state = useSyncExternalStore(source.subscribe, source.state, () => WAITING);
  useEffect(() => {
    let gone = false;
    // Behind all that a reader waits for.
    void panelsReady(hasMap).then(() => gone || source.offer({ ...offer, guide }));
    return () => {
      gone = true;
    };
  }, [source, offer, guide, hasMap]);
  const isHere = state.kind === 'here';
  useEffect(() => {
    if (!isHere) return;
    const stop = new AbortController();
    // Beside what else waits for leisure, for a worker does it. Who asks for the same says what is wrong with it.
    const begin = async () => void warmUp(engine, info, stop.signal).catch(() => undefined);
    void atLeisure(begin);
    return () => stop.abort();
  }, [isHere, engine, info]);
  return (
    <p data-columns={state.kind}>
      <Words source={source} state={state} />
    </p>
  );
}

/** Fetches the columns of a served series behind its first view, and says how that fares. */
export function ColumnsStatus({ offer }: { readonly offer: ColumnsOffer | null }) {
  const source = useColumns();
  return source === null || offer === null ? null : <Status {...{ source, offer }} />;
}
