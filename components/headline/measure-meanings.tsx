'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { usualEstimates } from '@/lib/query/info/offers';
import { tellsOf } from '@/lib/query/info/page-info';
import { ESTIMATES, type EstimateEntry } from '@/lib/series/measures';
import type { SeriesMeta } from '@/lib/series/model';
import styles from './headline.module.css';

/** What the importer writes first of any column of figures, which says no more than the label. */
const PLAIN = new RegExp(`(?:${ESTIMATES.map(({ counts }) => counts).join('|')})(: [^.]+)?\\. ?`, 'g');

/** What a codebook says of a measure: of its field, or of the columns that the importer took for it. */
function meaningsOf(codebook: SeriesMeta['codebook'], entry: EstimateEntry): readonly string[] {
  const entries = codebook.filter((one) => tellsOf(one, entry));
  const said = entries.map(({ meaning }) => meaning.replace(PLAIN, '').trim());
  return [...new Set(said)].filter((meaning) => meaning !== '');
}

/** What the figures of casualties in the headline hold by the codebook of the series, such as combatants; nothing where it does not say. */
export function MeasureMeanings() {
  const { info } = useSettled();
  const { codebook } = info.guide.meta;
  const meanings = usualEstimates(info.offers).flatMap((entry) =>
    meaningsOf(codebook, entry).map((meaning) => ({ label: entry.label, meaning })),
  );
  if (meanings.length === 0) return null;
  return (
    <p className={styles.sentence}>
      {meanings.map(({ label, meaning }) => (
        <span key={meaning}>
          <strong>{label}</strong>: {meaning}{' '}
        </span>
      ))}
    </p>
  );
}
