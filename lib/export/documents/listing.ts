import type { SeriesInfo } from '../../query/info/series-info';
import { selectedFilter } from '../../query/plan/filter';
import type { RowsQuery } from '../../query/query';
import type { RowsResult } from '../../query/result';
import { changeView } from '../../view/change';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { incidentRow } from '../formats/incident-row';
import { digest, readCursor, writeCursor } from './cursor';

/** The rows of one page of incidents.json. */
const DEFAULT_LIMIT = 100;
export const MOST_ROWS = 1000;

/** The keys of incidents.json that are not the view's. */
export const LISTING_KEYS = ['limit', 'cursor'] as const;

/** What of a view decides the rows and their order, as a short text. */
function viewDigest(view: View): string {
  return digest(serializeView(changeView(view, { revision: null, incident: null })));
}

/** Reads `limit`: 1 to 1000 rows, 100 where it is not given; null for anything else. */
export function readLimit(params: URLSearchParams, otherwise = DEFAULT_LIMIT): number | null {
  const [text, ...more] = params.getAll('limit');
  if (text === undefined) return otherwise;
  const limit = /^[1-9]\d{0,3}$/.test(text) && more.length === 0 ? Number(text) : 0;
  return limit >= 1 && limit <= MOST_ROWS ? limit : null;
}

/** Where a listing begins. `revision` is the one the cursor was made for; null at the start. */
export type Start =
  | { readonly kind: 'at'; readonly offset: number; readonly revision: string | null }
  | { readonly kind: 'bad-cursor'; readonly reason: string };

/** Reads `cursor` for a view: it must have been made for the same rows and, where the view names one, revision. */
export function readStart(params: URLSearchParams, view: View): Start {
  const [text, ...more] = params.getAll('cursor');
  if (text === undefined) return { kind: 'at', offset: 0, revision: null };
  const cursor = more.length === 0 ? readCursor(text) : null;
  if (!cursor) return { kind: 'bad-cursor', reason: 'The cursor cannot be read.' };
  if (cursor.view !== viewDigest(view)) {
    return { kind: 'bad-cursor', reason: 'The cursor was made for another view.' };
  }
  if (view.revision !== null && !cursor.revision.startsWith(view.revision)) {
    return { kind: 'bad-cursor', reason: 'The cursor was made for another revision.' };
  }
  return { kind: 'at', offset: cursor.offset, revision: cursor.revision };
}

/** The query for a page of the incidents of a view, or of what is selected in it. */
export function planListing(view: View, info: SeriesInfo, offset: number, limit: number): RowsQuery {
  const filter = selectedFilter(view, info);
  return { kind: 'rows', filter, sort: view.sort, offset, limit };
}

/**
 * The body of incidents.json. `next` is the cursor of the next page, null after the last; `fields` says what
 * the own fields of its rows are.
 */
export function listingDocument(view: View, info: SeriesInfo, offset: number, { rows, total }: RowsResult) {
  const { revision, guide } = info;
  const end = offset + rows.length;
  const more = rows.length > 0 && end < total;
  return {
    dataset: guide.meta.id,
    revision,
    total,
    rows: rows.map(incidentRow),
    next: more ? writeCursor({ revision, view: viewDigest(view), offset: end }) : null,
    fields: guide.fields,
  };
}
