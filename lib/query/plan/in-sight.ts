import type { Facet } from '../../series/field-table';
import type { Plan } from './plan';

/** Panels of a plan that are drawn in one place of a page alone, which may be out of sight. */
const PANELS = ['activity', 'activityRest', 'days', 'cells', 'marks', 'fineMarks', 'rows'] as const;

/** A part of a plan that nobody may see: such a panel, or a filter. */
export type Part = (typeof PANELS)[number] | Facet;

/** All such parts of a plan. */
export function partsOf({ facets }: Plan): readonly Part[] {
  return [...PANELS, ...(Object.keys(facets) as Facet[])];
}

/** A plan whose parts in sight are of one view. */
export interface PlanInSight {
  readonly plan: Plan;
  /** Parts that are of an earlier view, for nobody sees them; none of a plan that is whole. */
  readonly waiting: ReadonlySet<Part>;
}

/** Parts of no plan that is whole. */
export const NONE_WAITING: ReadonlySet<Part> = new Set();

/** Whether two queries, or lists of them, ask for the very same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A plan of which only what is seen is of its view; all else is as in the plan before, so that it need not be asked, and waits where that asks for something else. Pure. */
export function planInSight(plan: Plan, before: Plan, seen: ReadonlySet<string>): PlanInSight {
  const waiting = new Set<Part>();
  const kept = <T extends Plan | Plan['facets']>(now: T, old: T, parts: readonly (keyof T & Part)[]): T => {
    const unseen = parts.filter((part) => !seen.has(part) && part in old);
    for (const part of unseen) if (!isSame(now[part], old[part])) waiting.add(part);
    return { ...now, ...Object.fromEntries(unseen.map((part) => [part, old[part]])) };
  };
  const panels = kept(plan, before, PANELS);
  const facets = kept(plan.facets, before.facets, Object.keys(plan.facets) as Facet[]);
  return { plan: { ...panels, facets }, waiting };
}
