'use client';

import { useDashboard } from '@/components/view/dashboard-context';
import { AsOf } from './as-of';
import { CasualtiesFigure, IncidentsFigure } from './count-figures';
import styles from './headline.module.css';
import { LeftOut } from './left-out';
import { Published } from './published';
import { fractionNote, meaningOf, nounOf } from './sentences';
import { BusiestFigure, DaysSinceFigure, QuietFigure } from './time-figures';

/** The figures of the view in numbers and words; each opens the incidents that it counts. */
export function Headline() {
  const { info, view, answers, busy } = useDashboard();
  const { total } = answers;
  const fraction = fractionNote(total.incidents.best);
  return (
    <section aria-label="Headline figures" aria-busy={busy} className={styles.headline}>
      <dl className={styles.figures}>
        <IncidentsFigure />
        <CasualtiesFigure measure="fatalities" />
        <CasualtiesFigure measure="injured" />
        <BusiestFigure />
        <DaysSinceFigure />
        <QuietFigure />
      </dl>
      <div className={styles.sentences}>
        <p className={styles.sentence}>
          {meaningOf(view, total, nounOf(view, info.guide.meta))}
          {fraction !== null && ` ${fraction}`} <a href="/methods#incidents">What the numbers mean</a>
        </p>
        <Published />
        <AsOf />
        <LeftOut />
      </div>
    </section>
  );
}
