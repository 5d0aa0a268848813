import type { BinsQuery, Filter, GroupsQuery } from '../../query/query';
import type { BinsResult, BinValue, CellValue, GroupsResult } from '../../query/result';
import { aggregateOf } from '../../series/fields';
import type { SeriesGuide } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { type Bin, binSpan, floorBin, nextBin } from '../../time/bin';
import type { Day } from '../../time/day';
import { type EventDate, possiblyInside, shareInside, surelyInside } from '../../time/event-date';
import type { Match } from './matched';
import type { PreparedIncident } from './prepare';
import { type InGroup, restOf, seriesOf } from './series-of';
import { type Tally, tallyOf } from './tallies';

/** Orders series by code point, no split first. */
export function bySeries(a: { series: string | null }, b: { series: string | null }): number {
  return byCodePoint(a.series ?? '', b.series ?? '');
}

type Cells = Map<string | null, Map<Day, Tally<CellValue>>>;
type MakeTally = () => Tally<CellValue>;

/** The tally of a cell, made where there is none. */
function cellOf(cells: Cells, series: string | null, start: Day, make: MakeTally): Tally<CellValue> {
  let row = cells.get(series);
  if (row === undefined) {
    row = new Map();
    cells.set(series, row);
  }
  let cell = row.get(start);
  if (cell === undefined) {
    cell = make();
    row.set(start, cell);
  }
  return cell;
}

type Guide = Pick<SeriesGuide, 'fields'>;

/** How an incident's date lies in one bin. */
interface Placed {
  readonly start: Day;
  readonly share: number;
  readonly sure: boolean;
}

/** The bins that an incident may fall into, each cut to the window. */
function binsOf(
  { from: earliest, to: latest, incident }: PreparedIncident,
  filter: Filter,
  bin: Bin,
): Placed[] {
  const { date } = incident;
  const first = Math.max(earliest, filter.from) as Day;
  const last = Math.min(latest, filter.to) as Day;
  const placed: Placed[] = [];
  for (let start = floorBin(first, bin); start <= last; start = nextBin(start, bin)) {
    const span = binSpan(start, bin);
    const [from, to] = [Math.max(span.from, filter.from) as Day, Math.min(span.to, filter.to) as Day];
    if (!possiblyInside(date, from, to)) continue;
    placed.push({ start, share: shareInside(date, from, to), sure: surelyInside(date, from, to) });
  }
  return placed;
}

/** The series that an incident counts in, or all those beyond the named ones as one. */
function inGroupsOf(match: Match, { split, stacked, beyond }: BinsQuery): readonly InGroup[] {
  return beyond === null ? seriesOf(match, split, stacked) : restOf(match, split, stacked, beyond);
}

/** The meaning of a bins query over its matches. */
export function evaluateBins(guide: Guide, matches: readonly Match[], query: BinsQuery): BinsResult {
  const make = () => tallyOf(query.measure, aggregateOf(guide, query.measure));
  const cells: Cells = new Map();
  const known = new Map<EventDate, Placed[]>();
  for (const match of matches) {
    const { incident } = match.one;
    const memberships = inGroupsOf(match, query);
    const placed = known.get(incident.date) ?? binsOf(match.one, query.filter, query.bin);
    known.set(incident.date, placed);
    for (const { start, share, sure } of placed) {
      for (const { series, best, low } of memberships) {
        const weight = best && match.linkBest ? share : 0;
        const contribution = { incident, weight, inLow: low && match.linkLow && sure };
        cellOf(cells, series, start, make).add(contribution);
      }
    }
  }
  const bins: BinValue[] = [...cells].flatMap(([series, row]) =>
    [...row].map(([start, tally]) => ({ start, series, ...tally.value() })),
  );
  return { bins: bins.sort((a, b) => a.start - b.start || bySeries(a, b)) };
}

/** The meaning of a groups query over its matches. */
export function evaluateGroups(guide: Guide, matches: readonly Match[], query: GroupsQuery): GroupsResult {
  const make = () => tallyOf(query.measure, aggregateOf(guide, query.measure));
  const groups = new Map<string | null, { readonly tally: Tally<CellValue>; matched: number }>();
  for (const match of matches) {
    for (const { series, best, low } of seriesOf(match, query.split, false)) {
      const group = groups.get(series) ?? { tally: make(), matched: 0 };
      group.matched += 1;
      group.tally.add({
        incident: match.one.incident,
        weight: best && match.inBest ? match.weight : 0,
        inLow: low && match.inLow,
      });
      groups.set(series, group);
    }
  }
  const values = [...groups].map(([series, { tally, matched }]) => ({ series, matched, ...tally.value() }));
  return { groups: values.sort(bySeries) };
}
