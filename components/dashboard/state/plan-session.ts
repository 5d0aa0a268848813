import type { Engine } from '@/lib/query/engine';
import { type AnsweredPlan, type Answers, answerPlan } from '@/lib/query/plan/answers';
import type { Part } from '@/lib/query/plan/in-sight';
import type { Plan } from '@/lib/query/plan/plan';
import type { ResolvedWindow } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';

/** A view with all that belongs to that very view, but for what waits. */
export interface Answered extends AnsweredPlan {
  readonly view: View;
  readonly window: ResolvedWindow;
  /** What is of an earlier view, since nobody saw it when this one was asked for: only while a hand moves, and until the view after that is answered. */
  readonly waiting: ReadonlySet<Part>;
}

/** Asks for the plans of a dashboard, one at a time. */
export interface PlanSession {
  /**
   * Asks for a plan and gives up the one asked before, which then answers null. What two plans have in common is asked
   * on, and what is the very same in a plan that was answered `before` not asked at all. The plan that was asked last is not asked again.
   */
  readonly ask: (plan: Plan, before?: AnsweredPlan) => Promise<Answers | null>;
  /** The answers of the plan that was asked last where they have come; null of any other. */
  readonly given: (key: string) => Answers | null;
  /** Gives up what is on its way. */
  readonly stop: () => void;
}

interface Asked {
  readonly key: string;
  readonly controller: AbortController;
  readonly answers: Promise<Answers | null>;
  given: Answers | null;
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

/** A session over an engine that keeps and shares answers; a plan that failed can be asked again. */
export function planSession(engine: Engine): PlanSession {
  let last: Asked | null = null;

  const begin = (plan: Plan, key: string, known: AnsweredPlan | null): Asked => {
    const controller = new AbortController();
    const { signal } = controller;
    const answers = answerPlan(engine, plan, signal, known).then(
      (given) => {
        if (signal.aborted) return null;
        one.given = given;
        return given;
      },
      (error: unknown) => {
        if (signal.aborted) return null;
        if (last?.controller === controller) last = null;
        // The other panels have no use without this one.
        controller.abort();
        throw error;
      },
    );
    // Who asks ahead does not listen; the failure is heard where the answers are used.
    answers.catch(() => undefined);
    const one: Asked = { key, controller, answers, given: null };
    return one;
  };

  return {
    ask(plan, known) {
      const key = planKey(plan);
      if (last?.key === key) return last.answers;
      const before = last;
      last = begin(plan, key, known ?? null);
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
