import type { ReferenceCount, SeriesGuide } from '../../series/model';
import { parseView } from '../parse';
import { matchesNothing, resolveWindow } from '../resolve';
import { clausesOf } from '../same';
import type { View } from '../view';

function sameClauses(view: View, count: ReferenceCount): boolean {
  const { view: scope, issues } = parseView(view.dataset, new URLSearchParams(count.scope), {
    standard: view.standard,
  });
  return issues.length === 0 && clausesOf(scope) === clausesOf(view);
}

/**
 * The published counts whose scope is this view's: equal clauses, and an equal window, for which the coverage stands
 * in; an open end is matched by any later one. A count that begins before the coverage never matches.
 */
export function matchingReferences(view: View, guide: SeriesGuide): readonly ReferenceCount[] {
  if (matchesNothing(view)) return [];
  const { coverage } = guide.meta;
  const window = resolveWindow(view, coverage);
  return guide.referenceCounts.filter(
    (count) =>
      count.from >= coverage.from &&
      count.from === window.from &&
      (count.openEnd ? window.to >= count.to : window.to === count.to) &&
      sameClauses(view, count),
  );
}
