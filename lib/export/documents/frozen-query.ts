import type { SeriesInfo } from '../../query/info/series-info';
import { freezeView } from '../../view/resolve';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';

/** The query string that gives every figure and test of a document again: with its revision and both ends of its window. */
export function frozenQuery(view: View, { guide, revision }: Pick<SeriesInfo, 'guide' | 'revision'>): string {
  return serializeView(freezeView(view, guide.meta.coverage, revision));
}
