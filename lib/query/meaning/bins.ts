import { groups as grouped } from 'd3-array';
import type { SeriesGuide } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { type Bin, binSpan, floorBin, nextBin } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { type EventDate, possiblyInside, shareInside, surelyInside } from '../../time/event-date';
import { spanOf } from '../ancestors';
import type { BinsQuery, Filter, GroupsQuery } from '../query';
import type { BinsResult, GroupsResult } from '../result';
import { groupsOf, restOf } from './groups';
import { inBest, inLow, type Match } from './matched';
import { type Contribution, cellValue } from './sums';

type Guide = Pick<SeriesGuide, 'fields'>;

/** Orders groups by code point, no split first. */
function byGroup(a: { series: string | null }, b: { series: string | null }): number {
  return byCodePoint(a.series ?? '', b.series ?? '');
}

/** The first days of the bins that an incident may fall into. */
function binsOf(date: EventDate, { from, to }: Filter, bin: Bin): readonly Day[] {
  const began = spanOf(date);
  const last = Math.min(began.to, to);
  const starts: Day[] = [];
  for (
    let start = floorBin(Math.max(began.from, from) as Day, bin);
    start <= last;
    start = nextBin(start, bin)
  ) {
    const part = partOf(start, bin, { from, to });
    if (possiblyInside(date, part.from, part.to)) starts.push(start);
  }
  return starts;
}

/** The days of a bin that lie in the window. */
function partOf(start: Day, bin: Bin, window: DaySpan): DaySpan {
  const { from, to } = binSpan(start, bin);
  return { from: Math.max(from, window.from) as Day, to: Math.min(to, window.to) as Day };
}

/** What an incident adds to the cells of its groups and bins. */
function inCells(match: Match, query: BinsQuery) {
  const { filter, bin, stacked, beyond, only } = query;
  const { incident, firm } = match;
  const isWanted = (one: string | null) => only === undefined || (one !== null && only.includes(one));
  const all =
    beyond === null
      ? groupsOf(match, query, stacked).filter(({ group }) => isWanted(group))
      : restOf(match, query, stacked, beyond);
  return binsOf(incident.date, filter, bin).flatMap((start) => {
    const { from, to } = partOf(start, bin, filter);
    return all.map(({ group, best, low }) => ({
      ...{ start, series: group, incident },
      weight: best && firm.best ? shareInside(incident.date, from, to) : 0,
      inLow: low && firm.low && surelyInside(incident.date, from, to),
    }));
  });
}

/** The meaning of a bins query over its matches. */
export function evaluateBins(guide: Guide, matches: readonly Match[], query: BinsQuery): BinsResult {
  const parts = matches.flatMap((match) => inCells(match, query));
  const cells = grouped(
    parts,
    ({ series }) => series,
    ({ start }) => start,
  ).flatMap(([series, bins]) =>
    bins.map(([start, held]) => ({ start, series, ...cellValue(guide, query.measure, held) })),
  );
  return { bins: cells.sort((a, b) => a.start - b.start || byGroup(a, b)) };
}

/** What an incident adds to the totals of its groups. */
function inGroups(match: Match, query: GroupsQuery): readonly (Contribution & { series: string | null })[] {
  return groupsOf(match, query, query.stacked === true).map(({ group, best, low }) => ({
    ...{ series: group, incident: match.incident },
    weight: best && inBest(match) ? match.weight : 0,
    inLow: low && inLow(match),
  }));
}

/** The meaning of a groups query over its matches. */
export function evaluateGroups(guide: Guide, matches: readonly Match[], query: GroupsQuery): GroupsResult {
  const parts = matches.flatMap((match) => inGroups(match, query));
  const totals = grouped(parts, ({ series }) => series).map(([series, held]) => ({
    ...{ series, matched: held.length },
    ...cellValue(guide, query.measure, held),
  }));
  return { groups: totals.sort(byGroup) };
}
