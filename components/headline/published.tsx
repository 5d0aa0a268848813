'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import type { ReferenceCount } from '@/lib/series/model';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { matchingReferences } from '@/lib/view/addresses/reference';
import { formatCount } from '@/lib/words/figures';
import { certaintyWords } from '@/lib/words/headline/headline';
import styles from './headline.module.css';

function Comparison({ reference }: { readonly reference: ReferenceCount }) {
  const { info, view, answers } = useSettled();
  const { incidents, byCertainty } = answers.total;
  const certainty = certaintyWords(byCertainty, view);
  return (
    <p className={styles.sentence}>
      Published: <strong>{reference.value}</strong> ({reference.who}; {reference.basis}). This series:{' '}
      <strong>{formatCount(incidents)}</strong>
      {certainty !== '' && `, ${certainty}`}. These are two counts on two bases:{' '}
      <a href={aboutHref(info.guide.meta.id, 'reference-counts')}>how they differ</a>.
    </p>
  );
}

/** The counts that others published for what this view shows, beside its own; never a claim that they match. */
export function PublishedCounts() {
  const { info, view } = useSettled();
  return matchingReferences(view, info.guide).map((reference) => (
    <Comparison key={reference.id} reference={reference} />
  ));
}
