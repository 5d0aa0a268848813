import type { Coverage } from '../../series/model';
import { withoutWindow } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import type { BinsQuery } from '../query';
import { type FilterInfo, filterOf } from './filter';

type Span = Pick<Coverage, 'from' | 'to'>;

/** The whole coverage, and the window where it reaches beyond. */
function widest(view: View, coverage: Span): Span {
  const { from, to } = resolveWindow(view, coverage);
  if (from > to) return coverage;
  return { from: from < coverage.from ? from : coverage.from, to: to > coverage.to ? to : coverage.to };
}

/** The counts of a view over the whole coverage, whatever its window. */
export function planOverview(view: View, info: FilterInfo): BinsQuery {
  const span = widest(view, info.guide.meta.coverage);
  const unbounded = withoutWindow(view);
  const { bin } = resolveWindow({ ...unbounded, bin: null }, span);
  const filter = filterOf(unbounded, { guide: { ...info.guide, meta: { coverage: span } } });
  return { kind: 'bins', filter, bin, measure: 'incidents', split: 'none', stacked: false, beyond: null };
}
