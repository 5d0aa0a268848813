'use client';

import { use } from 'react';
import { readMap, type SentMap } from '@/lib/render/map/sent-map';
import { Dashboard } from './dashboard';
import { fetchData } from './fetch-data';
import { type DashboardData, takeOver } from './handed-over';

/** The data as they are sent. */
type SentData = Omit<DashboardData, 'map'> & { readonly map: SentMap | null };

function readData({ map, ...data }: SentData): DashboardData {
  return { ...data, map: readMap(map) };
}

const FETCHED = new Map<string, Promise<DashboardData>>();

/** The data at an address; asked for once, for React draws anew what has waited. */
function fetched(at: string): Promise<DashboardData> {
  const known = FETCHED.get(at) ?? fetchData<SentData>(at).then(readData);
  FETCHED.set(at, known);
  return known;
}

/**
 * The dashboard of a served series. The server draws it from what was handed over; in the browser that markup stands, and its links
 * work, until the same data have come from `at`: only then does React take the page over, in place.
 */
export function ServedDashboard({ at, handed }: { readonly at: string; readonly handed: string }) {
  const data = typeof window === 'undefined' ? takeOver(handed) : use(fetched(at));
  return <Dashboard {...data} />;
}
