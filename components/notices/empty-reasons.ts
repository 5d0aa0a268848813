import { chipList } from '@/components/filters/chip-list';
import type { Answers } from '@/lib/query/plan/answers';
import { isSingle, isValueFacet } from '@/lib/series/facets';
import { type Facet, roleOf, type Split } from '@/lib/series/field-table';
import type { OwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import type { DaySpan } from '@/lib/time/day';
import { activeFilters, changeView, clearKey } from '@/lib/view/change';
import type { FilterKey } from '@/lib/view/keys';
import type { View } from '@/lib/view/view';
import { formatNumber, formatWhole } from '@/lib/words/figures';

/** A clause without which something would match: how it is called, how much would, and the view without it. */
export interface EmptyReason {
  readonly clause: string;
  /** `12`, `at least 12` where the values of a facet overlap, `up to 12` where some may lie outside the coverage. */
  readonly count: string;
  readonly view: View;
}

type FacetKey = Extract<Facet, FilterKey | OwnKey>;

/** How many would match without one facet's clause, from its counts; null where none would. Values that never overlap add up. */
function withoutFacet(answers: Answers, guide: SeriesGuide, key: FacetKey): string | null {
  const apart = roleOf(key)?.apart?.id;
  const asked = (answers.facets[key]?.values ?? []).filter(({ id }) => id !== apart);
  const highs = asked.map(({ high }) => high);
  const [sum, most] = [highs.reduce((a, b) => a + b, 0), Math.max(0, ...highs)];
  if (sum === 0) return null;
  const single = isValueFacet(key) && isSingle(guide, key as Split);
  const exact = single ? sum : most;
  return single || sum === most ? formatWhole(exact) : `at least ${formatNumber(most)}`;
}

function countWithout(answers: Answers, guide: SeriesGuide, key: FilterKey | OwnKey): string | null {
  if (key === 'q' || key === 'series' || key === 'box' || key === 'place') return null;
  if (key === 'from' || key === 'to') {
    return answers.anyTime.matched > 0 ? `up to ${formatNumber(answers.anyTime.matched)}` : null;
  }
  if (key === 'scope') {
    return answers.otherScope.matched > 0 ? formatNumber(answers.otherScope.matched) : null;
  }
  return withoutFacet(answers, guide, key);
}

/** The single clauses that empty a view: taken out alone, each leaves something. */
export function emptyReasons(
  view: View,
  guide: SeriesGuide,
  window: DaySpan,
  answers: Answers,
): readonly EmptyReason[] {
  return chipList(view, guide, window).flatMap((chip) => {
    const count = countWithout(answers, guide, chip.key);
    return count === null ? [] : [{ clause: `${chip.name}: ${chip.value}`, count, view: chip.without }];
  });
}

/** The views without the clauses of which no facet counts what there would be: the group of a chart, a place, and words. */
export function uncounted(view: View): readonly { readonly label: string; readonly view: View }[] {
  const active = activeFilters(view);
  return [
    ...(active.includes('series') ? [{ label: 'In any group', view: clearKey(view, 'series') }] : []),
    ...(active.includes('box') ? [{ label: 'Anywhere', view: clearKey(view, 'box') }] : []),
    ...(active.includes('place') ? [{ label: 'At any place', view: clearKey(view, 'place') }] : []),
    ...(active.includes('q') ? [{ label: `Without the words “${view.q}”`, view: clearKey(view, 'q') }] : []),
  ];
}

/** The view over the whole coverage. */
export function wholeCoverage(view: View): View {
  return changeView(view, { from: null, to: null });
}
