import type { Engine } from '@/lib/query/engine';
import { type AnsweredPlan, answerPlan } from '@/lib/query/plan/answers';
import { type Part, type PlanInSight, planInSight } from '@/lib/query/plan/in-sight';
import type { Plan } from '@/lib/query/plan/plan';
import type { ResolvedWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';

/** A plan that is answered but for what waits. */
export interface AnsweredInSight extends AnsweredPlan, PlanInSight {}

/** A view with all that belongs to that very view, but for what waits: parts of an earlier view, which nobody saw when this one was asked for. */
export interface Answered extends AnsweredInSight {
  readonly view: View;
  readonly window: ResolvedWindow;
}

/** What a page has, and what of a plan it shows. */
export interface Asker {
  /** What is the very same in this plan is not asked again. */
  readonly has: AnsweredPlan;
  /** Parts that are asked for; all others stay as they are in what it has. Null for all of a plan. */
  readonly seen: ReadonlySet<Part> | null;
}

/** Asks for the plans of a dashboard, one at a time. */
export interface PlanSession {
  /**
   * Asks for what is seen of a plan and gives up the one asked before, which then answers null. What two plans have in common is asked
   * on. A plan that was asked last is not asked again, unless more of it is seen; whoever asked for less is then given that.
   */
  readonly ask: (plan: Plan, by: Asker) => Promise<AnsweredInSight | null>;
  /** The answers of the plan that was asked last where they have come; null of any other. */
  readonly given: (key: string) => AnsweredInSight | null;
  /** Gives up what is on its way. */
  readonly stop: () => void;
}

interface Asked {
  readonly key: string;
  readonly waiting: ReadonlySet<Part>;
  readonly controller: AbortController;
  readonly answers: Promise<AnsweredInSight | null>;
  given: AnsweredInSight | null;
}

const KEYS = new WeakMap<Plan, string>();

/** What two plans are compared by. Whether fine marks are asked for goes by where answers come from, and not by the view. */
export function planKey(plan: Plan): string {
  const known = KEYS.get(plan);
  if (known !== undefined) return known;
  const { fineMarks: _, ...asked } = plan;
  const key = JSON.stringify(asked);
  KEYS.set(plan, key);
  return key;
}

function lacks(waiting: ReadonlySet<Part>, seen: Asker['seen']): boolean {
  return seen === null ? waiting.size > 0 : [...waiting].some((part) => seen.has(part));
}

/** A session over an engine that keeps and shares answers; a plan that failed can be asked again. */
export function planSession(engine: Engine): PlanSession {
  let last: Asked | null = null;

  const begin = (whole: Plan, key: string, { has, seen }: Asker): Asked => {
    const controller = new AbortController();
    const { signal } = controller;
    const { plan, waiting } = planInSight(whole, has.plan, seen);
    // More of the same plan may have been asked for.
    const instead = () => (last?.key === key ? last.answers : null);
    const answers = answerPlan(engine, plan, signal, has).then(
      (answered) => {
        if (signal.aborted) return instead();
        one.given = { plan, waiting, answers: answered };
        return one.given;
      },
      (error: unknown) => {
        if (signal.aborted) return instead();
        if (last?.controller === controller) last = null;
        // The other panels have no use without this one.
        controller.abort();
        throw error;
      },
    );
    // Who asks ahead does not listen; the failure is heard where the answers are used.
    answers.catch(() => undefined);
    const one: Asked = { key, waiting, controller, answers, given: null };
    return one;
  };

  return {
    ask(plan, by) {
      const key = planKey(plan);
      if (last?.key === key && !lacks(last.waiting, by.seen)) return last.answers;
      const before = last;
      last = begin(plan, key, by);
      // Only now, so that a query of both plans never is without anybody who waits for it.
      before?.controller.abort();
      // Before the address changes, for which a browser takes some milliseconds.
      engine.send?.();
      return last.answers;
    },
    given: (key) => (last?.key === key ? last.given : null),
    stop() {
      last?.controller.abort();
      last = null;
    },
  };
}
