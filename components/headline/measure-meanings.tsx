'use client';

import { useDashboard } from '@/components/view/dashboard-context';
import styles from './headline.module.css';

/** The measures whose meaning a codebook may give, by its fields, and how they are called on the page. */
const MEASURES = [
  ['fatalities', 'Killed'],
  ['injured', 'Injured'],
] as const;

/** What the importer writes of any column of figures, which says no more than the label. */
const PLAIN = /^People (killed|injured)(: the (low|best|high) figure)?\.$/;

/** What the figures of casualties hold by the codebook of the series, such as combatants; nothing where it does not say. */
export function MeasureMeanings() {
  const { info } = useDashboard();
  const { codebook } = info.guide.meta;
  const meanings = MEASURES.flatMap(([field, label]) => {
    const entry = codebook.find((one) => one.field === field);
    return entry === undefined || PLAIN.test(entry.meaning) ? [] : [{ label, meaning: entry.meaning }];
  });
  if (meanings.length === 0) return null;
  return (
    <p className={styles.sentence}>
      {meanings.map(({ label, meaning }) => (
        <span key={label}>
          <strong>{label}</strong>: {meaning}{' '}
        </span>
      ))}
    </p>
  );
}
