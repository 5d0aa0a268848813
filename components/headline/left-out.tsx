'use client';

import type { ReactNode } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { changeView, clearKey } from '@/lib/view/change';
import { resolveWindow } from '@/lib/view/resolve';
import { toggleValue } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';
import { formatNumber } from '@/lib/words/figures';
import styles from './headline.module.css';

interface Omission {
  readonly count: number;
  readonly words: string;
  /** The view that shows them; null where no view does. */
  readonly opens: View | null;
}

/**
 * What a view leaves out, each with the way to see it: other scope, other days, operations of the state, which have a noun of their own.
 */
function useOmissions(): readonly Omission[] {
  const { info, view, window, answers } = useSettled();
  const { coverage } = info.guide.meta;
  const unbounded = clearKey(clearKey(view, 'from'), 'to');
  const whole = resolveWindow(unbounded, coverage);
  const narrowed = whole.from !== window.from || whole.to !== window.to;
  const byState = answers.facets.initiator.values.find(({ id }) => id === 'state')?.high ?? 0;
  const inside = view.scope === 'in';
  return [
    {
      count: answers.otherScope.matched,
      words: inside ? 'outside the series’ scope' : 'inside the series’ scope',
      opens: changeView(view, { scope: inside ? 'out' : 'in' }),
    },
    {
      count: answers.anyTime.matched - answers.total.matched,
      words: 'outside the window',
      opens: narrowed ? unbounded : null,
    },
    {
      count: view.initiators.includes('state') ? 0 : byState,
      words: byState === 1 ? 'operation started by the state' : 'operations started by the state',
      opens: toggleValue(changeView(view, { initiators: [] }), 'initiator', 'state'),
    },
  ].filter(({ count }) => count > 0);
}

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? ' and ' : ', ', part]));
}

/** What the view leaves out, in a sentence; nothing where it leaves nothing out. */
export function LeftOut() {
  const { window, answers } = useSettled();
  const omissions = useOmissions();
  const { coarserThanBin } = answers.total;
  const parts = omissions.map(({ count, words, opens }) =>
    opens === null ? (
      <span key={words}>
        {formatNumber(count)} {words}
      </span>
    ) : (
      <ViewLink key={words} view={opens} jump="incidents">
        {formatNumber(count)} {words}
      </ViewLink>
    ),
  );
  if (parts.length === 0 && coarserThanBin === 0) return null;
  return (
    <p className={styles.sentence}>
      {parts.length > 0 && <>Not counted here: {joined(parts)}. </>}
      {coarserThanBin > 0 &&
        `${formatNumber(coarserThanBin)} of those counted ${coarserThanBin === 1 ? 'has a date' : 'have dates'} too coarse for one ${window.bin}.`}
    </p>
  );
}
