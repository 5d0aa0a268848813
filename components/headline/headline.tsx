'use client';

import { useRef } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useKeptRoom } from '@/components/ui/room/use-kept-room';
import { type Uncountable, uncountable } from '@/lib/query/coverage/searched';
import { headlineMeasures, usualEstimates } from '@/lib/query/info/offers';
import { NO_FIGURE, UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised } from '@/lib/words/labels';
import { CasualtiesFigure, IncidentsFigure, OwnFigure } from './count-figures';
import { Figure } from './figure';
import styles from './headline.module.css';
import { BusiestFigure, DaysSinceFigure, QuietFigure } from './time-figures';

function Figures() {
  const { offers } = useSettled().info;
  return (
    <dl className={styles.figures}>
      <IncidentsFigure />
      {usualEstimates(offers).map((estimate) => (
        <CasualtiesFigure key={estimate.key} estimate={estimate} />
      ))}
      {headlineMeasures(offers).map((key) => (
        <OwnFigure key={key} measure={key} />
      ))}
      <BusiestFigure />
      <DaysSinceFigure />
      <QuietFigure />
    </dl>
  );
}

/** Dashes in place of figures: nothing was counted, and that is no zero. */
function NoFigures({ why }: { readonly why: Uncountable }) {
  const { info, view } = useSettled();
  const first = capitalised(nounOf(view, info.guide.meta).many);
  const others = usualEstimates(info.offers).map(({ label }) => label);
  return (
    <dl className={styles.figures}>
      <Figure label={first} value={NO_FIGURE} opens={null}>
        {capitalised(UNCOUNTABLE_WORDS[why])}
      </Figure>
      {others.map((label) => (
        <Figure key={label} label={label} value={NO_FIGURE} opens={null} />
      ))}
    </dl>
  );
}

/** The figures of the view; each opens the incidents that it counts. What there is to know of them stands beneath the chart. */
export function Headline() {
  const { busy } = useDashboard();
  const { info, view, window, answers } = useSettled();
  const why = uncountable(view, window, info.guide, answers.total.matched);
  const ref = useRef<HTMLElement>(null);
  useKeptRoom(ref);
  return (
    <section
      ref={ref}
      data-room=""
      aria-label="Headline figures"
      aria-busy={busy}
      className={styles.headline}
    >
      {why === null ? <Figures /> : <NoFigures why={why} />}
    </section>
  );
}
