import type { Filter, MarksQuery } from '../../query/query';
import type { Mark, MarksResult, SpellsResult } from '../../query/result';
import { CERTAINTIES, RELATIONS } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Day, DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import type { Match } from './matched';
import { seriesOf } from './series-of';

/** The links that tie a match to a lane: those of the lane's own key, or all of them. */
function linksOfLane(match: Match, split: MarksQuery['split'], lane: string | null) {
  const links = match.links.map(({ link }) => link);
  return split === 'actor' || split === 'relation' ? links.filter((link) => link[split] === lane) : links;
}

function mark(
  match: Match,
  split: MarksQuery['split'],
  lane: string | null,
  best: boolean,
  low: boolean,
): Mark {
  const { incident } = match.one;
  const links = linksOfLane(match, split, lane);
  const relation = RELATIONS.find((one) => links.some((link) => link.relation === one)) ?? null;
  const tied = links.filter((link) => link.relation === relation);
  return {
    id: incident.id,
    lane,
    title: incident.title,
    date: incident.date,
    fatalities: incident.fatalities,
    relation,
    certainty: CERTAINTIES.find((one) => tied.some((link) => link.certainty === one)) ?? null,
    disputed: incident.natureDisputed || tied.some((link) => link.disputed),
    inLow: match.inLow && low,
    inBest: match.inBest && best,
    viewLow: match.inLow,
    viewBest: match.inBest,
  };
}

function nullsLast(a: Day | null, b: Day | null): number {
  return a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : a - b;
}

function byDate(a: Mark, b: Mark): number {
  return (
    nullsLast(a.date.earliest, b.date.earliest) ||
    nullsLast(a.date.latest, b.date.latest) ||
    byCodePoint(a.id, b.id) ||
    byCodePoint(a.lane ?? '', b.lane ?? '')
  );
}

/** The meaning of a marks query over its matches. */
export function evaluateMarks(matches: readonly Match[], query: MarksQuery): MarksResult {
  if (matches.length > query.limit) return { matched: matches.length, marks: [] };
  const marks = matches.flatMap((match) =>
    seriesOf(match, query.split, false).map(({ series, best, low }) =>
      mark(match, query.split, series, best, low),
    ),
  );
  return { matched: matches.length, marks: marks.sort(byDate) };
}

/** The possible days of the dated matches, cut to the window, ascending. */
function busySpans(matches: readonly Match[], filter: Filter): DaySpan[] {
  // Incidents may share a date; each needs to be looked at once.
  const dates = new Set(matches.map(({ one }) => one.incident.date));
  return [...dates]
    .filter(({ days }) => days.length > 0)
    .flatMap(({ possible }) => possible)
    .filter(({ from, to }) => from <= filter.to && to >= filter.from)
    .map(({ from, to }) => ({
      from: Math.max(from, filter.from) as Day,
      to: Math.min(to, filter.to) as Day,
    }))
    .sort((a, b) => a.from - b.from);
}

/** The longest run of days of the window outside the spans; the earliest of equals. */
function longestGap(spans: readonly DaySpan[], filter: Filter): DaySpan | null {
  let longest: DaySpan | null = null;
  let free = filter.from;
  const sentinel = { from: (filter.to + 1) as Day, to: filter.to };
  for (const { from, to } of [...spans, sentinel]) {
    if (from > free && (longest === null || from - free > longest.to - longest.from + 1)) {
      longest = { from: free, to: (from - 1) as Day };
    }
    free = Math.max(free, to + 1) as Day;
  }
  return longest;
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
    .filter(({ inBest }) => inBest)
    .map(({ one: { incident } }) => ({ id: incident.id, ...possibleEnds(incident.date, filter) }))
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
  return { quiet: spans.length === 0 ? null : longestGap(spans, filter), last: lastOf(matches, filter) };
}
