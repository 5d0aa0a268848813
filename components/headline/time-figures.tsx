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
import { baseOf, estimateOf, type Measure, type Noun } from '@/lib/series/measures';
import type { SeriesGuide } from '@/lib/series/model';
import { binSpan } from '@/lib/time/bin';
import type { Day, DaySpan } from '@/lib/time/day';
import { formatBin, formatSpan } from '@/lib/time/format';
import { changeView, dayBound } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { partOfBin } from '@/lib/words/chart';
import { NO_FIGURE } from '@/lib/words/coverage';
import {
  formatNumber,
  formatQuantity,
  NOT_SETTLED_TEXT,
  NOTHING_TEXT,
  wholeQuantity,
} from '@/lib/words/figures';
import {
  LAST_LABEL,
  NOT_ALL_SEARCHED,
  QUIET_LABEL,
  tiesInWords,
  toWindowEnd,
} from '@/lib/words/headline/figure-notes';
import { nounOf, quietNotes, searchNotes, standsBack, unsearchedWords } from '@/lib/words/headline/headline';
import { inNoun, measureWords } from '@/lib/words/labels';
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

/** `most in May 2023, with 6 attacks`; `most in Mar 2020 and one other, with 2 attacks each`. */
function mostWords(bin: string, ties: number, many: string): string {
  const when = bin.startsWith('week of') ? `the ${bin}` : bin;
  if (ties === 0) return `most in ${when}, with ${many}`;
  return `most in ${when} and ${ties === 1 ? 'one other' : `${formatNumber(ties)} others`}, with ${many} each`;
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
  const { coverage } = info.guide.meta;
  const parts = binParts(binSpan(first.start, window.bin), window, coverage);
  const part = partOfBin(parts, inside, coverage);
  return (
    <Figure
      label={label}
      value={formatBin(first.start, window.bin)}
      opens={opens(first.start)}
      jump="incidents"
      title={inNoun('The incidents of this period', nounOf(view, info.guide.meta))}
      quote={{ says: mostWords(formatBin(first.start, window.bin), ties.length, many), notes: part }}
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
      {part.map((words) => `. ${words}.`)}
    </Figure>
  );
}

/** The days of the last incident, and how many may be it. */
function lastWords({ earliest, latest, candidates }: NonNullable<SpellsResult['last']>, noun: Noun): string {
  const one = candidates > 1 ? `, one of ${formatNumber(candidates)} ${noun.many}` : '';
  return `${formatSpan(earliest, latest)}${one}`;
}

/** That not all of a span was searched as the rest; how, the notes beneath the chart say. */
function LessSearched({ searched }: { readonly searched: Searched }) {
  const notes = searchNotes(searched);
  return notes.length > 0 && <span title={notes.join(' ')}>. {NOT_ALL_SEARCHED}</span>;
}

/** Why there is no number of days: a stretch in which nobody looked is not quiet. */
function Unsearched({ searched: { missed } }: { readonly searched: Searched }) {
  return <>. {unsearchedWords(missed)}</>;
}

/**
 * Days from the last incident to the end of the window, which a frozen link does not move. Opens the incident, or all
 * that may be the last where their dates do not tell. No number where nobody looked on some of these days.
 */
export function DaysSinceFigure() {
  const { info, view, window, answers } = useSettled();
  const { last } = answers.spells;
  const since = daysSinceLast(last, window);
  const label = LAST_LABEL;
  if (!since || !last) return <Figure label={label} value="none" opens={null} />;
  const { least, most } = since;
  // A series that keeps its rows in says when, and not which.
  const single = last.candidates === 1 && last.id !== '';
  const open = { from: last.earliest, to: window.to };
  const searched = searchedIn(open, view, info.guide);
  const known = searched.missed.length === 0;
  const unit = least === 1 && most === 1 ? 'day' : 'days';
  const days = least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`;
  return (
    <Figure
      label={label}
      value={known ? days : NO_FIGURE}
      {...(known ? { unit } : {})}
      opens={single ? changeView(view, { incident: last.id }) : windowed(view, open)}
      {...(single ? {} : { jump: 'incidents' })}
      title={`${inNoun(single ? 'The last incident' : 'The incidents of which one is the last', nounOf(view, info.guide.meta))}; days are counted ${toWindowEnd(window)}`}
      faint={standsBack(searched) || isLastDay(last, info.guide.meta.coverage)}
      quote={
        known
          ? {
              says: `the last ${lastWords(last, nounOf(view, info.guide.meta))}, ${days} ${unit} before the window’s end on ${formatSpan(window.to, window.to)}`,
              notes: [],
            }
          : null
      }
    >
      {lastWords(last, nounOf(view, info.guide.meta))}
      {isLastDay(last, info.guide.meta.coverage) && ', with which the coverage ends'}
      {known ? <LessSearched searched={searched} /> : <Unsearched searched={searched} />}
    </Figure>
  );
}

/** Whether the coverage ends with the last incident, so that no day has passed since by nature. */
function isLastDay({ latest }: NonNullable<SpellsResult['last']>, coverage: DaySpan): boolean {
  return latest >= coverage.to;
}

/** The longest run of days without an incident; opens it with the incidents at its ends. No number where nobody looked on some of these days. */
export function QuietFigure() {
  const { info, view, window, answers } = useSettled();
  const { quiet } = answers.spells;
  const label = QUIET_LABEL;
  // Without any incident there is no spell between incidents; it is not that no day was quiet.
  if (!quiet)
    return <Figure label={label} value={answers.total.matched > 0 ? 'none' : NOTHING_TEXT} opens={null} />;
  const searched = searchedIn(quiet, view, info.guide);
  const tied = tiesInWords(answers.spells);
  const known = searched.missed.length === 0;
  const [days, unit = 'days'] = formatQuantity(daysIn(quiet), DAYS).split(' ');
  return (
    <Figure
      label={label}
      value={known ? (days ?? '') : NO_FIGURE}
      {...(known ? { unit } : {})}
      opens={windowed(view, aroundQuiet(quiet, window))}
      jump="incidents"
      title={inNoun('The spell with the incidents at its ends', nounOf(view, info.guide.meta))}
      faint={standsBack(searched)}
      quote={
        known
          ? {
              says: `the longest quiet spell ${formatQuantity(daysIn(quiet), DAYS)}, ${formatSpan(quiet.from, quiet.to)}`,
              notes: [...(tied === null ? [] : [tied]), ...quietNotes(quiet, window, searched)],
            }
          : null
      }
    >
      {formatSpan(quiet.from, quiet.to)}
      {tied !== null && <span title={tied}> and others as long</span>}
      {known ? <LessSearched searched={searched} /> : <Unsearched searched={searched} />}
    </Figure>
  );
}
