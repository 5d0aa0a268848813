'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { searchedIn } from '@/lib/query/coverage/searched';
import { earlierRates } from '@/lib/query/exposure/earlier-rates';
import { withWindow } from '@/lib/render/overview/window-change';
import type { OwnKey } from '@/lib/series/fields';
import type { EstimateEntry } from '@/lib/series/measures';
import { formatSpan } from '@/lib/time/format';
import { changeView } from '@/lib/view/change';
import { chanceInShort, chanceInWords, isOfLooking } from '@/lib/words/chance/comparisons';
import { caveatOf } from '@/lib/words/coverage';
import { countWords, formatNumber, sumNotes, sumWords } from '@/lib/words/figures';
import { differenceWords, earlierInShort, nounOf } from '@/lib/words/headline/headline';
import { figureSays, measureSays } from '@/lib/words/headline/quote';
import { capitalised, inNoun, measureWords } from '@/lib/words/labels';
import { Figure } from './figure';
import styles from './headline.module.css';

/** How many incidents there are and how they were searched for; opens the table. */
export function IncidentsFigure() {
  const { info, view, window, answers } = useSettled();
  const noun = nounOf(view, info.guide.meta);
  const { incidents, undated } = answers.total;
  const searched = searchedIn(window, view, info.guide);
  const caveat = caveatOf(searched, window);
  const texts = searched.watches.map(({ note }) => note.text).join(' ');
  return (
    <Figure
      label={capitalised(noun.many)}
      {...countWords(incidents)}
      opens={view}
      jump="incidents"
      title={inNoun('The incidents behind this number', noun)}
      quote={{
        says: figureSays(countWords(incidents), noun),
        notes: undated > 0 ? [`${formatNumber(undated)} of them undated, in the high count only`] : [],
      }}
    >
      {caveat !== null && <span title={texts || undefined}>{caveat} </span>}
      {undated > 0 && `${formatNumber(undated)} of them undated, in the high count only`}
      <EarlierCounts />
    </Figure>
  );
}

/** How the count differs from those of earlier stretches, each of which opens; nothing where they cannot be compared. */
function EarlierCounts() {
  const { info, view, answers } = useSettled();
  const { coverage } = info.guide.meta;
  return earlierRates(view, info.guide, answers).map(({ span, total: earlier, compared }) => {
    const { value, range } = countWords(earlier.incidents);
    const chance = chanceInShort(compared);
    return (
      <span key={span.kind} className={styles.earlier}>
        {isOfLooking(compared)
          ? capitalised(earlierInShort(span))
          : `${differenceWords(answers.total.incidents.best, earlier.incidents.best)} ${earlierInShort(span)}`}
        :{' '}
        <ViewLink view={withWindow(view, span, coverage)} title={formatSpan(span.from, span.to)}>
          {value}
          {range !== null && ` (${range})`}
        </ViewLink>
        {chance !== null && <span title={chanceInWords(compared) ?? undefined}>; {chance}</span>}
      </span>
    );
  });
}

/** How many people were killed or injured, and how many of the incidents report it; opens the worst first. */
export function CasualtiesFigure({ estimate }: { readonly estimate: EstimateEntry }) {
  const { key: measure, label, greatestFirst } = estimate;
  const { info, view, answers } = useSettled();
  const { total } = answers;
  const opens = changeView(view, { sort: [{ column: measure, descending: true }] });
  const notes = sumNotes(total[measure], nounOf(view, info.guide.meta));
  return (
    <Figure
      label={label}
      {...sumWords(total[measure])}
      opens={opens}
      jump="incidents"
      title={`${inNoun('The incidents', nounOf(view, info.guide.meta))}, ${greatestFirst}`}
      quote={{
        says: figureSays(sumWords(total[measure]), { one: label.toLowerCase(), many: label.toLowerCase() }),
        notes,
      }}
    >
      {notes[0]}
    </Figure>
  );
}

/** The sum or the mean of a measure of the series' own; opens the greatest first. */
export function OwnFigure({ measure }: { readonly measure: OwnKey }) {
  const { info, view, answers } = useSettled();
  const sum = answers.total.own[measure];
  if (sum === undefined) return null;
  const words = measureWords(info.guide, measure);
  const notes = sumNotes(sum, nounOf(view, info.guide.meta));
  const opens = changeView(view, { sort: [{ column: measure, descending: true }] });
  return (
    <Figure
      label={words.label}
      {...sumWords(sum)}
      opens={opens}
      jump="incidents"
      title={inNoun('The incidents, the greatest first', nounOf(view, info.guide.meta))}
      quote={{ says: measureSays(words.label, sumWords(sum), words.noun), notes }}
    >
      {notes[0]}
    </Figure>
  );
}
