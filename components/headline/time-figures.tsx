'use client';

import { Fragment } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { binParts } from '@/lib/query/coverage/bin-parts';
import { type Searched, searchedIn } from '@/lib/query/coverage/searched';
import { drawnAs } from '@/lib/query/figures/derived';
import {
  aroundQuiet,
  binInside,
  busiestBins,
  daysIn,
  daysSinceLast,
  isUnsettled,
} from '@/lib/query/figures/headline';
import type { SpellsResult } from '@/lib/query/result';
import { baseOf, estimateOf, type Measure } from '@/lib/series/measures';
import type { SeriesGuide } from '@/lib/series/model';
import { binSpan } from '@/lib/time/bin';
import type { Day, DaySpan } from '@/lib/time/day';
import { formatBin, formatSpan } from '@/lib/time/format';
import { changeView, dayBound } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import {
  formatNumber,
  formatQuantity,
  NOT_SETTLED_TEXT,
  NOTHING_TEXT,
  wholeQuantity,
} from '@/lib/words/figures';
import { LAST_LABEL, NOT_ALL_SEARCHED, QUIET_LABEL, toWindowEnd } from '@/lib/words/headline/figure-notes';
import { nounOf, quietNotes, searchNotes } from '@/lib/words/headline/headline';
import { measureWords } from '@/lib/words/labels';
import { Figure } from './figure';

/** Tied periods that are named; the rest is a number. */
const MOST_TIES = 3;
const DAYS = { one: 'day', many: 'days' };

function countedNoun(guide: SeriesGuide, measure: Measure) {
  return estimateOf(measure)?.behind ?? measureWords(guide, measure).noun;
}

function windowed(view: View, { from, to }: DaySpan): View {
  return changeView(view, { from: dayBound(from), to: dayBound(to) });
}

/** The bin with the most, in the measure shown; opens that bin. Ties are all named, as far as they are few. */
export function BusiestFigure() {
  const { info, view, window, answers } = useSettled();
  const label = `Busiest ${window.bin}`;
  const busiest = busiestBins(answers.activityTotal);
  const [first, ...ties] = busiest?.bins ?? [];
  if (!busiest || !first) {
    const value = isUnsettled(answers.activityTotal) ? NOT_SETTLED_TEXT : 'none';
    return <Figure label={label} value={value} opens={null} />;
  }
  // Of a derived measure, what it is worked out of: the greatest share or mean tells nothing of how much there was.
  const measure = baseOf(drawnAs(view, info.guide).measure);
  const noun = measure === 'incidents' ? nounOf(view, info.guide.meta) : countedNoun(info.guide, measure);
  const many =
    measure === 'incidents' ? wholeQuantity(busiest.best, noun) : formatQuantity(busiest.best, noun);
  const opens = (start: Day) => windowed(view, binInside(start, window.bin, window));
  const more = ties.length - MOST_TIES;
  const inside = binInside(first.start, window.bin, window);
  const { cut } = binParts(binSpan(first.start, window.bin), window, info.guide.meta.coverage);
  return (
    <Figure
      label={label}
      value={formatBin(first.start, window.bin)}
      opens={opens(first.start)}
      jump="incidents"
      title="The incidents of this period"
      quote={[
        `${many}${ties.length > 0 ? ` each, tied with ${ties.length === 1 ? 'one other' : `${ties.length} others`}` : ''}`,
        ...(cut ? [`Cut by the window: only ${formatSpan(inside.from, inside.to)}`] : []),
      ]}
    >
      {many}
      {ties.length > 0 && ' each, tied with '}
      {ties.slice(0, MOST_TIES).map(({ start }, index) => (
        <Fragment key={start}>
          {index > 0 && ', '}
          <ViewLink view={opens(start)} jump="incidents">
            {formatBin(start, window.bin)}
          </ViewLink>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
      {cut && `. Cut by the window: only ${formatSpan(inside.from, inside.to)}.`}
    </Figure>
  );
}

/** The days of the last incident, and how many may be it. */
function lastWords({ earliest, latest, candidates }: NonNullable<SpellsResult['last']>): string {
  const one = candidates > 1 ? `, one of ${formatNumber(candidates)} incidents` : '';
  return `${formatSpan(earliest, latest)}${one}`;
}

/** That not all of a span was searched as the rest; how, the notes beneath the chart say. */
function LessSearched({ searched }: { readonly searched: Searched }) {
  const notes = searchNotes(searched);
  return notes.length > 0 && <span title={notes.join(' ')}>. {NOT_ALL_SEARCHED}</span>;
}

/**
 * Days from the last incident to the end of the window, which a frozen link does not move. Opens the incident, or all
 * that may be the last where their dates do not tell.
 */
export function DaysSinceFigure() {
  const { info, view, window, answers } = useSettled();
  const { last } = answers.spells;
  const since = daysSinceLast(last, window);
  const label = LAST_LABEL;
  if (!since || !last) return <Figure label={label} value="none" opens={null} />;
  const { least, most } = since;
  const value = least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`;
  // A series that keeps its rows in says when, and not which.
  const single = last.candidates === 1 && last.id !== '';
  const open = { from: last.earliest, to: window.to };
  const searched = searchedIn(open, view, info.guide);
  return (
    <Figure
      label={label}
      value={value}
      unit={least === 1 && most === 1 ? 'day' : 'days'}
      opens={single ? changeView(view, { incident: last.id }) : windowed(view, open)}
      {...(single ? {} : { jump: 'incidents' })}
      title={`${single ? 'The last incident' : 'The incidents of which one is the last'}; days are counted ${toWindowEnd(window)}`}
      quote={[`${lastWords(last)}, ${toWindowEnd(window)}`, ...searchNotes(searched)]}
    >
      {lastWords(last)}
      <LessSearched searched={searched} />
    </Figure>
  );
}

/** The longest run of days without an incident; opens it with the incidents at its ends. */
export function QuietFigure() {
  const { info, view, window, answers } = useSettled();
  const { quiet } = answers.spells;
  const label = QUIET_LABEL;
  // Without any incident there is no spell between incidents; it is not that no day was quiet.
  if (!quiet)
    return <Figure label={label} value={answers.total.matched > 0 ? 'none' : NOTHING_TEXT} opens={null} />;
  const searched = searchedIn(quiet, view, info.guide);
  const [days, unit = 'days'] = formatQuantity(daysIn(quiet), DAYS).split(' ');
  return (
    <Figure
      label={label}
      value={days ?? ''}
      unit={unit}
      opens={windowed(view, aroundQuiet(quiet, window))}
      jump="incidents"
      title="The spell with the incidents at its ends"
      quote={[formatSpan(quiet.from, quiet.to), ...quietNotes(quiet, window, searched)]}
    >
      {formatSpan(quiet.from, quiet.to)}
      <LessSearched searched={searched} />
    </Figure>
  );
}
