import type { Series } from '../../lib/series/model';
import { byDate, withSortedLinks } from '../../lib/store/revision/row-order';

/**
 * A series as the store keeps it: incidents by date and id, links by strength. The hash of a revision does not know the
 * order of rows, so nothing that is answered may hang on it. Menus keep the order in which their tables were written.
 */
export function inStoredOrder(series: Series): Series {
  return { ...series, incidents: series.incidents.map(withSortedLinks).sort(byDate) };
}
