'use client';

import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { type Answer, useAnswer } from '@/components/dashboard/state/use-answer';
import { planPosition } from '@/lib/query/plan/plan';
import type { IncidentResult, PositionResult } from '@/lib/query/result';
import type { IncidentId } from '@/lib/series/model';

/** What is known of the incident that is open. `found` and `position` are of `id`, or null while they are asked for. */
export interface OpenIncident {
  readonly id: IncidentId | null;
  readonly found: IncidentResult | null;
  readonly position: PositionResult | null;
  readonly failure: string | null;
  readonly retry: () => void;
}

const resultOf = <T>(answer: Answer<T>) => (answer.kind === 'answer' ? answer.result : null);
const failureOf = (answer: Answer<unknown>) => (answer.kind === 'error' ? answer.message : null);

/** The incident that the address opens, and where it stands among the rows on the page. */
export function useOpenIncident(): OpenIncident {
  const { info, view } = useDashboard();
  const settled = useSettled();
  const id = view.incident as IncidentId | null;
  const found = useAnswer(id === null ? null : ({ kind: 'incident', incident: id } as const));
  const position = useAnswer(id === null ? null : planPosition(settled.view, info, id));
  return {
    id,
    found: resultOf(found),
    position: resultOf(position),
    failure: failureOf(found) ?? failureOf(position),
    retry: () => {
      found.retry();
      position.retry();
    },
  };
}
