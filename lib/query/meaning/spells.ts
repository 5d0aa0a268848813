import { byCodePoint } from '../../text/order';
import type { Day, DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import type { Filter } from '../query';
import { MOST_TIES, type SpellsResult } from '../result';
import { inBest, type Match } from './matched';

/** The possible days of the dated matches, cut to the window, ascending. */
function busySpans(matches: readonly Match[], filter: Filter): DaySpan[] {
  return matches
    .map(({ incident }) => incident.date)
    .filter(({ days }) => days.length > 0)
    .flatMap(({ possible }) => possible)
    .filter(({ from, to }) => from <= filter.to && to >= filter.from)
    .map(({ from, to }) => ({
      from: Math.max(from, filter.from) as Day,
      to: Math.min(to, filter.to) as Day,
    }))
    .sort((a, b) => a.from - b.from);
}

/** The longest runs of days of the window outside the spans, in their order. */
function longestGaps(spans: readonly DaySpan[], filter: Filter): readonly DaySpan[] {
  const gaps: DaySpan[] = [];
  let free = filter.from;
  const sentinel = { from: (filter.to + 1) as Day, to: filter.to };
  for (const { from, to } of [...spans, sentinel]) {
    if (from > free) gaps.push({ from: free, to: (from - 1) as Day });
    free = Math.max(free, to + 1) as Day;
  }
  const length = (gap: DaySpan) => gap.to - gap.from;
  const most = Math.max(...gaps.map(length));
  return gaps.filter((gap) => length(gap) === most);
}

/** The first and the last day of the window on which an incident may have begun. */
function possibleEnds({ possible }: EventDate, { from, to }: Filter): { earliest: Day; latest: Day } {
  const inside = possible.filter((span) => span.from <= to && span.to >= from);
  return {
    earliest: Math.max(inside[0]?.from ?? from, from) as Day,
    latest: Math.min(inside.at(-1)?.to ?? to, to) as Day,
  };
}

function lastOf(matches: readonly Match[], filter: Filter): SpellsResult['last'] {
  const ends = matches
    .filter(inBest)
    .map(({ incident }) => ({ id: incident.id, ...possibleEnds(incident.date, filter) }))
    .sort((a, b) => b.latest - a.latest || b.earliest - a.earliest || byCodePoint(b.id, a.id));
  const [last] = ends;
  if (!last) return null;
  const earliest = ends.reduce(
    (most: Day, one) => (one.earliest > most ? one.earliest : most),
    last.earliest,
  );
  return { ...last, earliest, candidates: ends.filter((one) => one.latest >= earliest).length };
}

/** The meaning of a spells query over its matches. */
export function evaluateSpells(matches: readonly Match[], filter: Filter): SpellsResult {
  const spans = busySpans(matches, filter);
  const [quiet = null, ...ties] = spans.length === 0 ? [] : longestGaps(spans, filter);
  return { quiet, ties: ties.slice(0, MOST_TIES), last: lastOf(matches, filter) };
}
