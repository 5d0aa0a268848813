'use client';

import { useDashboard } from '@/components/view/dashboard-context';
import { formatEstimate, formatNumber, formatRange } from '@/lib/render/figures';
import { settle } from '@/lib/series/estimate';
import type { Estimate } from '@/lib/series/model';
import { changeView } from '@/lib/view/change';
import { capitalised } from '@/lib/view/labels';
import { Figure } from './figure';
import { nounOf } from './sentences';

/** An estimate as a number and its range, apart; words where there is no best figure. */
function partsOf(estimate: Estimate): { readonly value: string; readonly range: string | null } {
  const { low, best, high } = settle(estimate);
  if (low === null || best === null || high === null) return { value: formatEstimate(estimate), range: null };
  return { value: formatNumber(best), range: low === high ? null : formatRange(low, high) };
}

/** How many incidents there are; opens the table. */
export function IncidentsFigure() {
  const { info, view, answers } = useDashboard();
  const noun = nounOf(view, info.guide.meta);
  const { incidents, undated } = answers.total;
  return (
    <Figure
      label={capitalised(noun.many)}
      {...partsOf(incidents)}
      opens={view}
      jump="incidents"
      title="The incidents behind this number"
    >
      {undated > 0 && `${formatNumber(undated)} of them undated, in the high count only`}
    </Figure>
  );
}

const CASUALTIES = { fatalities: 'Killed', injured: 'Injured' } as const;

/** How many people were killed or injured, and how many of the incidents report it; opens the worst first. */
export function CasualtiesFigure({ measure }: { readonly measure: keyof typeof CASUALTIES }) {
  const { view, answers } = useDashboard();
  const { total } = answers;
  const opens = changeView(view, { sort: [{ column: measure, descending: true }] });
  return (
    <Figure
      label={CASUALTIES[measure]}
      {...partsOf(total[measure])}
      opens={opens}
      jump="incidents"
      title="The incidents, the deadliest first"
    >
      {total.matched > 0 &&
        `reported for ${formatNumber(total.reported[measure])} of ${formatNumber(total.matched)} incidents`}
    </Figure>
  );
}
