'use client';

import { memo } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { NamedViewNote } from '@/components/filters/named-views';
import { Room } from '@/components/ui/room/room';
import { searchedIn, uncountable } from '@/lib/query/coverage/searched';
import { sitePath } from '@/lib/text/site-path';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { watchTexts } from '@/lib/words/coverage';
import { figureNotes } from '@/lib/words/headline/figure-notes';
import { doubtsIn, fractionNote, meaningOf, nounOf, rangeNote } from '@/lib/words/headline/headline';
import { AsOf } from './as-of';
import styles from './headline.module.css';
import { LeftOut } from './left-out';
import { MeasureMeanings } from './measure-meanings';
import { PublishedCounts } from './published';

/** What the figures mean, what the sources of them differ in, and how the window was searched. */
function Sentences() {
  const settled = useSettled();
  const { info, view, window, answers } = settled;
  const { guide } = info;
  const { total } = answers;
  const searched = searchedIn(window, view, guide);
  const less = watchTexts(searched.watches, guide);
  const notes = [fractionNote(total.incidents.best), rangeNote(total)].filter((note) => note !== null);
  const meaning = [
    meaningOf(view, total, nounOf(view, guide.meta), doubtsIn(answers, searched)),
    ...notes,
  ].join(' ');
  const noted = figureNotes(settled);
  const notedText = noted.map(({ text }) => text).join(' ');
  const lessText = less.join(' ');
  // A paragraph that says something else is another one: nothing of it slides from one line to the next. Notes on figures, which come and go with
  // filters, share the lines of the first: one of their own would move what stands beneath.
  return (
    <>
      <Room>
        <p key={`${meaning} ${notedText}`} className={styles.sentence}>
          {meaning}{' '}
          {noted.map(({ label, text }) => (
            <span key={label}>
              <strong>{label}</strong>: {text}{' '}
            </span>
          ))}
          <a href={sitePath('/methods#incidents')}>What the numbers mean</a>
        </p>
      </Room>
      <MeasureMeanings />
      <Room>
        {less.length > 0 && (
          <p key={lessText} className={styles.sentence}>
            {lessText} <a href={aboutHref(guide.meta.id, 'coverage')}>How it was searched</a>
          </p>
        )}
      </Room>
    </>
  );
}

/** What there is to know of the figures of the headline, in sentences: they stand beneath the chart, which is seen first. */
export const HeadlineNotes = memo(function HeadlineNotes() {
  const { info, view, window, answers } = useSettled();
  const why = uncountable(view, window, info.guide, answers.total.matched);
  return (
    <section aria-label="About the figures" id="figures" className={styles.sentences}>
      <Room>
        <NamedViewNote />
        <PublishedCounts />
      </Room>
      <Room>{why === null && <Sentences />}</Room>
      <AsOf />
      <Room>
        <LeftOut />
      </Room>
    </section>
  );
});
