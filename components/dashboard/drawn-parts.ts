import type { Part } from '@/lib/query/plan/in-sight';
import { activeFilters } from '@/lib/view/change';
import type { View } from '@/lib/view/view';

/** What panels draw of a plan beside what is always asked for (see `planInSight`); a test holds them to it. A filter draws its own. */
export const DRAWN_BY_TIMELINE: readonly Part[] = ['cells', 'marks', 'fineMarks'];
export const DRAWN_BY_TABLE: readonly Part[] = ['rows'];
/** Whether anything is in doubt goes by filters and by marks. */
export const DRAWN_BY_NOTES: readonly Part[] = ['disputed', 'certainty', 'relation', 'marks'];

/** The chart; its legend names groups by the filter of the same values. */
export function drawnByChart({ split }: View): readonly Part[] {
  return ['activity', 'activityRest', 'days', ...(split === 'none' ? [] : ([split] as Part[]))];
}

/**
 * What is drawn wherever a page is scrolled to: what a figure leaves out by who began it; of a view that is empty what there would be without
 * each of its filters; and what is selected, by its marks.
 */
export function drawnByPage(view: View): readonly Part[] {
  const set = activeFilters(view) as readonly Part[];
  return ['initiator', ...set, ...(view.select === null ? [] : (['marks'] as const))];
}
