import type { Coverage } from '../series/model';
import { resolveWindow } from './resolve';
import { serializeView } from './serialize';
import { defaultView, type View } from './view';

/** What a view filters by, its window aside, in the one spelling that the address has for it. */
export function clausesOf(view: View): string {
  const { actors, relations, certainties, disputed, types, regions, initiators, scope, own, series, q } =
    view;
  const split = series.length > 0 ? { series, split: view.split } : {};
  return serializeView({
    ...defaultView(view.dataset, view.standard),
    ...{ actors, relations, certainties, disputed, types, regions, initiators, scope, own, q, ...split },
    broken: view.broken.filter(({ key }) => key !== 'r' && key !== 'incident'),
  });
}

/** Whether two views count the same incidents: equal clauses and an equal window, for which the coverage stands in. */
export function sameFilters(a: View, b: View, coverage: Pick<Coverage, 'from' | 'to'>): boolean {
  const [first, second] = [resolveWindow(a, coverage), resolveWindow(b, coverage)];
  return first.from === second.from && first.to === second.to && clausesOf(a) === clausesOf(b);
}
