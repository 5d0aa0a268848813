'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { asOfSentence } from '@/lib/words/provenance';
import styles from './headline.module.css';

/** As of when the sources speak, where the series says so: a toll may differ from one that was quoted before. */
export function AsOf() {
  const { meta } = useSettled().info.guide;
  const sentence = asOfSentence(meta);
  return (
    sentence !== '' && (
      <p className={styles.sentence}>
        {sentence} <a href={aboutHref(meta.id, 'provenance')}>Where they come from</a>
      </p>
    )
  );
}
