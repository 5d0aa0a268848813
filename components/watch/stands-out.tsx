'use client';

import { useId } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { queryHref } from '@/lib/view/addresses/addresses';
import { filtersAlone } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import styles from './stands-out.module.css';
import { useNoticed } from './use-noticed';

/** What stands out in the last bins of the view, in a sentence each; nothing where nothing does, and until that is known. */
export function StandsOut() {
  const { view } = useSettled();
  const noticed = useNoticed();
  const title = useId();
  if (noticed === null || noticed.notices.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <h2 id={title}>What stands out</h2>
      <ul>
        {noticed.notices.map(({ key, words, query }) => (
          <li key={key}>
            {words} <a href={queryHref(view.dataset, query)}>Open</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={viewHref(filtersAlone(view), '/watch')}>
          How this is found, how much would be noticed, and what else there is
        </a>
      </p>
    </section>
  );
}
