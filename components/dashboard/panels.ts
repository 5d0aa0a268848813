'use client';

import type { ComponentType } from 'react';
import { deferred } from '@/components/ui/deferred';

/**
 * The heavy panels. Each stands twice: as the server draws it, and as the script that comes after the page. The bundler
 * knows `typeof window` and leaves the first branch out of the browser's scripts, so `require` never runs there.
 */

type Panel = ComponentType;

export const TIMELINE = deferred(
  typeof window === 'undefined' ? (require('@/components/timeline/timeline').Timeline as Panel) : null,
  () => import('@/components/timeline/timeline').then(({ Timeline }) => Timeline),
);

export const OVERVIEW = deferred(
  typeof window === 'undefined'
    ? (require('@/components/timeline/overview/overview').Overview as Panel)
    : null,
  () => import('@/components/timeline/overview/overview').then(({ Overview }) => Overview),
);

export const ACTIVITY = deferred(
  typeof window === 'undefined' ? (require('@/components/charts/activity').Activity as Panel) : null,
  () => import('@/components/charts/activity').then(({ Activity }) => Activity),
);

export const COMPARE = deferred(
  typeof window === 'undefined' ? (require('@/components/compare/compare').Compare as Panel) : null,
  () => import('@/components/compare/compare').then(({ Compare }) => Compare),
);

export const TABLE = deferred(
  typeof window === 'undefined'
    ? (require('@/components/table/incident-table').IncidentTable as Panel)
    : null,
  () => import('@/components/table/incident-table').then(({ IncidentTable }) => IncidentTable),
);

export const PANEL = deferred(
  typeof window === 'undefined'
    ? (require('@/components/incident/panel/incident-panel').IncidentPanel as Panel)
    : null,
  () => import('@/components/incident/panel/incident-panel').then(({ IncidentPanel }) => IncidentPanel),
);

export const MAP = deferred(
  typeof window === 'undefined' ? (require('@/components/map/map-panel').MapPanel as Panel) : null,
  () => import('@/components/map/map-panel').then(({ MapPanel }) => MapPanel),
);

/** Settled once every panel of a page answers; a map only where the series has one. */
export async function panelsLive(hasMap: boolean): Promise<void> {
  const panels = [TIMELINE, ACTIVITY, COMPARE, OVERVIEW, TABLE, PANEL, ...(hasMap ? [MAP] : [])];
  await Promise.all(panels.map(({ whenLive }) => whenLive()));
}
