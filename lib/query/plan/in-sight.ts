import { dequal } from 'dequal/lite';
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

/**
 * A plan of which only what is seen is of its view, or all of it where `seen` is null; what is not seen is as in the plan before, and waits where that asks
 * for something else. Whatever asks for the very same is the object of the plan before, so that it need not be asked (see `answerPlan`). Pure.
 */
export function planInSight(plan: Plan, before: Plan, seen: ReadonlySet<string> | null): PlanInSight {
  const waiting = new Set<Part>();
  const kept = <T extends Plan | Plan['facets']>(now: T, old: T, mayWait: readonly string[]): T => {
    const all = Object.keys(now).filter((part) => part in old) as (keyof T & Part)[];
    const olds = all.filter((part) => {
      if (dequal(now[part], old[part])) return true;
      if (seen === null || seen.has(part) || !mayWait.includes(part)) return false;
      waiting.add(part);
      return true;
    });
    return { ...now, ...Object.fromEntries(olds.map((part) => [part, old[part]])) };
  };
  const facets = kept(plan.facets, before.facets, Object.keys(plan.facets));
  return { plan: { ...kept({ ...plan, facets }, { ...before, facets }, PANELS), facets }, waiting };
}
