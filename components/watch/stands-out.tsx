'use client';

import { useId } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useHydrated } from '@/components/ui/use-browser-state';
import { queryHref } from '@/lib/view/addresses/addresses';
import { filtersAlone } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import type { Noticed } from './read-noticed';
import styles from './stands-out.module.css';
import { useWatched } from './use-noticed';

/** What was found: the first in the row that was kept for it, all of it when it is opened; else what it means that nothing was. */
function Found({ view, notices, silence }: { readonly view: View } & Pick<Noticed, 'notices' | 'silence'>) {
  const [first, ...more] = notices;
  if (first === undefined)
    return (
      <p className={styles.nothing}>
        {silence.able && 'Nothing, against the past of this view. '}
        {silence.words}
      </p>
    );
  return (
    <details className={styles.found}>
      <summary className={styles.row}>
        {more.length > 0 && `${notices.length} things, the first: `}
        {first.words}
      </summary>
      <ul>
        {notices.map(({ key, words, query }) => (
          <li key={key}>
            {words} <a href={queryHref(view.dataset, query)}>Open</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What stands in the row as long as nothing is known: nothing on paper, and the way to it for those without scripts. */
function Unknown({ failed }: { readonly failed: boolean }) {
  const looking = useHydrated();
  if (failed) return <p className={styles.row}>No answer came.</p>;
  return (
    <div className={`${styles.row} ${styles.unknown}`}>
      {looking && 'Being looked for…'}
      <noscript>Found by scripts; the page behind the link lists it without them.</noscript>
    </div>
  );
}

/**
 * What stands out in the last bins of the view, in a row that is there from the beginning, so that nothing moves when the answer comes; nothing where
 * nothing is asked.
 */
export function StandsOut() {
  const { view } = useSettled();
  const { asks, noticed, failed } = useWatched();
  const title = useId();
  if (!asks) return null;
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title}>What stands out</h2>
        <a href={viewHref(filtersAlone(view), '/watch')}>How this is found, and what else there is</a>
      </div>
      {noticed !== null && <Found view={view} {...noticed} />}
      {noticed === null && <Unknown failed={failed} />}
    </section>
  );
}
