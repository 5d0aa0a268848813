import type { DatasetId } from '../series/model';
import { showable } from '../text/fold';
import { changeView } from './change';
import { isLocal } from './local';
import { viewHref } from './serialize';
import type { View } from './view';

/**
 * The addresses of a series beside its views. A local series has no pages of its own: its incidents open in the
 * dashboard, what there is to know about it stands beneath, and no server has its data.
 */

/** The page of an incident; in a local series the view in which it is open. */
export function incidentHref(view: View, incident: string): string {
  if (isLocal(view.dataset)) return viewHref(changeView(view, { incident }));
  return viewHref(
    changeView(view, { incident: null }),
    `/incidents/${encodeURIComponent(showable(incident))}`,
  );
}

/** Where the series is described; `section` is the id of a heading there. */
export function aboutHref(dataset: DatasetId, section: string | null = null): string {
  if (isLocal(dataset)) return `#${section ?? 'about'}`;
  return `/${encodeURIComponent(dataset)}/about${section === null ? '' : `#${section}`}`;
}

/** The same view as data; null for a local series. */
export function twinHref(view: View, twin: 'view.json' | 'incidents.json' | 'incidents.csv'): string | null {
  return isLocal(view.dataset) ? null : viewHref(view, `/${twin}`);
}

/** The view that a query string of the address grammar names. */
export function queryHref(dataset: DatasetId, query: string): string {
  return `/${encodeURIComponent(dataset)}${isLocal(dataset) ? '#' : '?'}${query}`;
}
