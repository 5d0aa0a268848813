'use client';

import { useMemo } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { unpack } from '@/lib/text/packed';
import { Dashboard, type DashboardProps } from './dashboard';

/** What a dashboard is handed down beside what it knows of its series. */
export type DashboardData = Omit<DashboardProps, 'info' | 'local'>;

/**
 * The dashboard of a served series. Its data come as packed texts: as objects they would stand in the page several times as long, and
 * React would go through each of them on the server, too.
 */
export function PackedDashboard({ info, data }: { readonly info: string; readonly data: string }) {
  const known = useMemo(() => unpack<SeriesInfo>(info), [info]);
  const rest = useMemo(() => unpack<DashboardData>(data), [data]);
  return <Dashboard info={known} {...rest} />;
}
