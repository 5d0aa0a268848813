import type { DatasetId } from '../../series/model';
import { showable } from '../../text/fold';
import { BASE_PATH } from '../../text/site-path';
import { changeView } from '../change';
import { viewHref } from '../serialize';
import type { View } from '../view';
import { isLocal } from './local';
import type { TwinName } from './twin-names';

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
  return `${BASE_PATH}/${encodeURIComponent(dataset)}/about${section === null ? '' : `#${section}`}`;
}

/** The same view in another form, for a series that a server has. */
export function servedTwinHref(view: View, twin: TwinName): string {
  return viewHref(view, `/${twin}`);
}

/** The same view in another form; null for a local series. */
export function twinHref(view: View, twin: TwinName): string | null {
  return isLocal(view.dataset) ? null : servedTwinHref(view, twin);
}

/** The view that a query string of the address grammar names. */
export function queryHref(dataset: DatasetId, query: string): string {
  return `${BASE_PATH}/${encodeURIComponent(dataset)}${isLocal(dataset) ? '#' : '?'}${query}`;
}
