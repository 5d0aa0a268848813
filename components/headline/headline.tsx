'use client';

import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { searchedIn, type Uncountable, uncountable } from '@/lib/query/coverage/searched';
import { type Offers, usualEstimates } from '@/lib/query/info/offers';
import { isOwnKey, type OwnKey } from '@/lib/series/fields';
import { sitePath } from '@/lib/text/site-path';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { NO_FIGURE, UNCOUNTABLE_WORDS, watchTexts } from '@/lib/words/coverage';
import { doubtsIn, fractionNote, meaningOf, nounOf, rangeNote } from '@/lib/words/headline/headline';
import { capitalised } from '@/lib/words/labels';
import { AsOf } from './as-of';
import { CasualtiesFigure, IncidentsFigure, OwnFigure } from './count-figures';
import { Figure } from './figure';
import styles from './headline.module.css';
import { LeftOut } from './left-out';
import { MeasureMeanings } from './measure-meanings';
import { PublishedCounts } from './published';
import { BusiestFigure, DaysSinceFigure, QuietFigure } from './time-figures';

/** So many figures stand in the headline, three of them of time; the chart offers all measures. */
const MOST_FIGURES = 6;

/** The own measures that have room beside the others: totals before their parts. */
function ownMeasures(offers: Offers): readonly OwnKey[] {
  const own = offers.measures.filter(isOwnKey);
  const isTotal = (key: OwnKey) => /total/.test(key);
  const room = MOST_FIGURES - 3 - 1 - usualEstimates(offers).length;
  return [...own.filter(isTotal), ...own.filter((key) => !isTotal(key))].slice(0, Math.max(0, room));
}

function Figures() {
  const { offers } = useSettled().info;
  return (
    <dl className={styles.figures}>
      <IncidentsFigure />
      {usualEstimates(offers).map((estimate) => (
        <CasualtiesFigure key={estimate.key} estimate={estimate} />
      ))}
      {ownMeasures(offers).map((key) => (
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

/** What the figures mean, what the sources of them differ in, and how the window was searched. */
function Sentences() {
  const { info, view, window, answers } = useSettled();
  const { guide } = info;
  const { total } = answers;
  const searched = searchedIn(window, view, guide);
  const less = watchTexts(searched.watches, guide);
  const notes = [fractionNote(total.incidents.best), rangeNote(total)].filter((note) => note !== null);
  return (
    <>
      <p className={styles.sentence}>
        {meaningOf(view, total, nounOf(view, guide.meta), doubtsIn(answers, searched))}
        {notes.map((note) => ` ${note}`)} <a href={sitePath('/methods#incidents')}>What the numbers mean</a>
      </p>
      <MeasureMeanings />
      {less.length > 0 && (
        <p className={styles.sentence}>
          {less.join(' ')} <a href={aboutHref(guide.meta.id, 'coverage')}>How it was searched</a>
        </p>
      )}
    </>
  );
}

/** The figures of the view in numbers and words; each opens the incidents that it counts. */
export function Headline() {
  const { busy } = useDashboard();
  const { info, view, window, answers } = useSettled();
  const why = uncountable(view, window, info.guide, answers.total.matched);
  return (
    <section aria-label="Headline figures" aria-busy={busy} className={styles.headline}>
      {why === null ? <Figures /> : <NoFigures why={why} />}
      <div className={styles.sentences}>
        {why === null && <Sentences />}
        <PublishedCounts />
        <AsOf />
        <LeftOut />
      </div>
    </section>
  );
}
