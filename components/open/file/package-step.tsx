'use client';

import styles from '@/components/open/open.module.css';
import type { Packaged } from '@/components/open/opening';
import type { OpeningActions } from '@/components/open/use-opening';
import { formatNumber } from '@/lib/words/figures';

/** A Data Package: nothing to be told, only to be opened. */
export function PackageStep({
  state,
  actions,
}: {
  readonly state: Packaged;
  readonly actions: OpeningActions;
}) {
  const { title, counts, file } = state;
  return (
    <section className={styles.pass}>
      <h1 tabIndex={-1}>{title}</h1>
      <p className={styles.fileName}>{file.name}</p>
      <p>
        A Data Package, which says itself what its tables mean: {formatNumber(counts.incidents)} of{' '}
        {formatNumber(counts.read)} rows are incidents
        {counts.problems > 0 && `, ${formatNumber(counts.problems)} cannot be used`}.
      </p>
      <div className={styles.buttons}>
        <button type="button" className="control primary" onClick={() => actions.open('', false)}>
          Open the dashboard
        </button>
        <button type="button" className="control" onClick={actions.restart}>
          Cancel
        </button>
      </div>
    </section>
  );
}
