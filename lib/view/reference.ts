import type { ReferenceCount, SeriesGuide } from '../series/model';
import { parseView } from './parse';
import { matchesNothing, resolveWindow } from './resolve';
import { serializeView } from './serialize';
import { defaultView, type View } from './view';

/** What a view filters by, its window aside, in the one spelling that the address has for it. */
function clauses(view: View): string {
  const { actors, relations, certainties, disputed, types, regions, initiators, scope, q } = view;
  return serializeView({
    ...defaultView(view.dataset),
    ...{ actors, relations, certainties, disputed, types, regions, initiators, scope, q },
  });
}

function sameClauses(view: View, count: ReferenceCount): boolean {
  const { view: scope, issues } = parseView(view.dataset, new URLSearchParams(count.scope));
  return issues.length === 0 && clauses(scope) === clauses(view);
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

/** The published counts that no view of this series can match, since they begin before its coverage. */
export function referencesOutside(guide: SeriesGuide): readonly ReferenceCount[] {
  return guide.referenceCounts.filter(({ from }) => from < guide.meta.coverage.from);
}
