'use client';

import { Fragment } from 'react';
import { useDashboard } from '@/components/view/dashboard-context';
import { ViewLink } from '@/components/view/view-link';
import { aroundQuiet, binInside, busiestBins, daysIn, daysSinceLast } from '@/lib/query/headline';
import { watchedLess } from '@/lib/query/watched';
import { formatNumber, formatQuantity } from '@/lib/render/figures';
import type { Day, DaySpan } from '@/lib/time/day';
import { formatBin, formatSpan } from '@/lib/time/format';
import { changeView, dayBound } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { Figure } from './figure';
import { nounOf, quietNotes } from './sentences';

/** Tied periods that are named; the rest is a number. */
const MOST_TIES = 3;
const DAYS = { one: 'day', many: 'days' };
const MEASURES = {
  fatalities: { one: 'killed', many: 'killed' },
  injured: { one: 'injured', many: 'injured' },
} as const;

function windowed(view: View, { from, to }: DaySpan): View {
  return changeView(view, { from: dayBound(from), to: dayBound(to) });
}

/** The bin with the most, in the measure shown; opens that bin. Ties are all named, as far as they are few. */
export function BusiestFigure() {
  const { info, view, window, answers } = useDashboard();
  const label = `Busiest ${window.bin}`;
  const busiest = busiestBins(answers.activityTotal);
  const [first, ...ties] = busiest?.bins ?? [];
  if (!busiest || !first) return <Figure label={label} value="none" opens={null} />;
  const noun = view.measure === 'incidents' ? nounOf(view, info.guide.meta) : MEASURES[view.measure];
  const opens = (start: Day) => windowed(view, binInside(start, window.bin, window));
  const more = ties.length - MOST_TIES;
  return (
    <Figure
      label={label}
      value={formatBin(first.start, window.bin)}
      opens={opens(first.start)}
      jump="incidents"
      title="The incidents of this period"
    >
      {formatQuantity(busiest.best, noun)}
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
    </Figure>
  );
}

/** Days from the last incident to the end of the window, which a frozen link does not move; opens the incident. */
export function DaysSinceFigure() {
  const { view, window, answers } = useDashboard();
  const { last } = answers.spells;
  const since = daysSinceLast(last, window);
  const label = 'Since the last';
  if (!since || !last) return <Figure label={label} value="none" opens={null} />;
  const { least, most } = since;
  const value = least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`;
  return (
    <Figure
      label={label}
      value={value}
      unit={most === 1 ? 'day' : 'days'}
      opens={changeView(view, { incident: last.id })}
      title="The last incident"
    >
      {formatSpan(last.earliest, last.latest)}, to the window’s end on {formatSpan(window.to, window.to)}
    </Figure>
  );
}

/** The longest run of days without an incident; opens it with the incidents at its ends. */
export function QuietFigure() {
  const { info, view, window, answers } = useDashboard();
  const { quiet } = answers.spells;
  const label = 'Longest quiet spell';
  if (!quiet) return <Figure label={label} value="none" opens={null} />;
  const { guide } = info;
  const watches = watchedLess(quiet, view, guide);
  const notes = quietNotes(quiet, window, guide.meta.coverage, watches);
  const [days, unit = 'days'] = formatQuantity(daysIn(quiet), DAYS).split(' ');
  return (
    <Figure
      label={label}
      value={days ?? ''}
      unit={unit}
      opens={windowed(view, aroundQuiet(quiet, window))}
      jump="incidents"
      title="The spell with the incidents at its ends"
    >
      {formatSpan(quiet.from, quiet.to)}
      {notes.length > 0 && (
        <span title={watches.map(({ note }) => note.text).join(' ') || undefined}>. {notes.join(' ')}</span>
      )}
    </Figure>
  );
}
