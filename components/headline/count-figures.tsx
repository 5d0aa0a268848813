'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { searchedIn } from '@/lib/query/coverage/searched';
import type { OwnKey } from '@/lib/series/fields';
import type { EstimateEntry } from '@/lib/series/measures';
import { changeView } from '@/lib/view/change';
import { caveatOf } from '@/lib/words/coverage';
import { formatNumber, sumNotes, sumWords } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline';
import { capitalised, measureWords } from '@/lib/words/labels';
import { Figure } from './figure';

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
      {...sumWords({ ...incidents, basis: null })}
      opens={view}
      jump="incidents"
      title="The incidents behind this number"
    >
      {caveat !== null && <span title={texts || undefined}>{caveat} </span>}
      {undated > 0 && `${formatNumber(undated)} of them undated, in the high count only`}
    </Figure>
  );
}

/** How many people were killed or injured, and how many of the incidents report it; opens the worst first. */
export function CasualtiesFigure({ estimate }: { readonly estimate: EstimateEntry }) {
  const { key: measure, label, greatestFirst } = estimate;
  const { view, answers } = useSettled();
  const { total } = answers;
  const opens = changeView(view, { sort: [{ column: measure, descending: true }] });
  return (
    <Figure
      label={label}
      {...sumWords(total[measure])}
      opens={opens}
      jump="incidents"
      title={`The incidents, ${greatestFirst}`}
    >
      {sumNotes(total[measure]).join('; ')}
    </Figure>
  );
}

/** The sum or the mean of a measure of the series' own; opens the greatest first. */
export function OwnFigure({ measure }: { readonly measure: OwnKey }) {
  const { info, view, answers } = useSettled();
  const sum = answers.total.own[measure];
  if (sum === undefined) return null;
  const opens = changeView(view, { sort: [{ column: measure, descending: true }] });
  return (
    <Figure
      label={measureWords(info.guide, measure).label}
      {...sumWords(sum)}
      opens={opens}
      jump="incidents"
      title="The incidents, the greatest first"
    >
      {sumNotes(sum).join('; ')}
    </Figure>
  );
}
