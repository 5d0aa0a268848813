'use client';

import type { ReactNode } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { formatNumber } from '@/lib/words/figures';
import { omissionsOf } from '@/lib/words/headline/left-out';
import styles from './headline.module.css';

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? ' and ' : ', ', part]));
}

/** What the view leaves out, in a sentence; nothing where it leaves nothing out. */
export function LeftOut() {
  const settled = useSettled();
  const { window, answers } = settled;
  const omissions = omissionsOf(settled);
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
  const text = omissions.map(({ count, words }) => `${count} ${words}`).join();
  return (
    <p key={`${text} ${coarserThanBin}`} className={styles.sentence}>
      {parts.length > 0 && <>Not counted here: {joined(parts)}. </>}
      {coarserThanBin > 0 &&
        `${formatNumber(coarserThanBin)} of those counted ${coarserThanBin === 1 ? 'has a date' : 'have dates'} too coarse for one ${window.bin}.`}
    </p>
  );
}
