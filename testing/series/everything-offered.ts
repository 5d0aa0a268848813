import type { Offers } from '../../lib/query/info/offers';
import { columnsOf, facetsOf, measuresOf, splitsOf } from '../../lib/series/field-table';
import type { SeriesGuide } from '../../lib/series/model';

/** For tests that ask no engine first: a series of which everything is offered. */
export function everythingOffered(guide: Pick<SeriesGuide, 'fields'>): Offers {
  return {
    facets: facetsOf(guide),
    splits: splitsOf(guide),
    measures: measuresOf(guide),
    columns: columnsOf(guide),
  };
}
