'use client';

import type { ComponentType } from 'react';
import { deferred } from '@/components/ui/later/deferred';

/**
 * The heavy panels, and the filters. Each stands twice: as the server draws it, and as the script that comes after the page. The bundler
 * knows `typeof window` and leaves the first branch out of the browser's scripts, so `require` never runs there.
 */

type Panel = ComponentType;

/** A panel as the server draws it, once for a revision and a view; nothing in a browser. */
function kept(name: string, panel: Panel): Panel | null {
  return typeof window === 'undefined' ? require('./kept-panel').keptPanel(name, panel) : null;
}

export const FACETS = deferred(
  typeof window === 'undefined' ? kept('facets', require('@/components/filters/facets/facets').Facets) : null,
  () => import('@/components/filters/facets/facets').then(({ Facets }) => Facets),
);

export const TIMELINE = deferred(
  typeof window === 'undefined' ? kept('timeline', require('@/components/timeline/timeline').Timeline) : null,
  () => import('@/components/timeline/timeline').then(({ Timeline }) => Timeline),
);

export const OVERVIEW = deferred(
  typeof window === 'undefined'
    ? kept('overview', require('@/components/timeline/overview/overview').Overview)
    : null,
  () => import('@/components/timeline/overview/overview').then(({ Overview }) => Overview),
);

export const ACTIVITY = deferred(
  typeof window === 'undefined' ? kept('activity', require('@/components/charts/activity').Activity) : null,
  () => import('@/components/charts/activity').then(({ Activity }) => Activity),
);

export const COMPARE = deferred(
  typeof window === 'undefined' ? kept('compare', require('@/components/compare/compare').Compare) : null,
  () => import('@/components/compare/compare').then(({ Compare }) => Compare),
);

export const TABLE = deferred(
  typeof window === 'undefined'
    ? kept('table', require('@/components/table/incident-table').IncidentTable)
    : null,
  () => import('@/components/table/incident-table').then(({ IncidentTable }) => IncidentTable),
);

export const PANEL = deferred(
  typeof window === 'undefined'
    ? kept('panel', require('@/components/incident/panel/incident-panel').IncidentPanel)
    : null,
  () => import('@/components/incident/panel/incident-panel').then(({ IncidentPanel }) => IncidentPanel),
  'at once',
);

export const MAP = deferred(
  typeof window === 'undefined' ? kept('map', require('@/components/map/map-panel').MapPanel) : null,
  () => import('@/components/map/map-panel').then(({ MapPanel }) => MapPanel),
);

/** Settled once every panel of a page answers, or will as soon as a reader comes near (see `deferred`); a map only where the series has one. */
export async function panelsReady(hasMap: boolean): Promise<void> {
  const panels = [FACETS, TIMELINE, ACTIVITY, COMPARE, OVERVIEW, TABLE, PANEL, ...(hasMap ? [MAP] : [])];
  await Promise.all(panels.map(({ whenReady }) => whenReady()));
}
