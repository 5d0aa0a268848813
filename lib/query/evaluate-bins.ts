import { byCodePoint } from '../series/text';
import { type Bin, binSpan, floorBin, nextBin } from '../time/bin';
import type { Day } from '../time/day';
import { possiblyInside, shareInside, surelyInside } from '../time/event-date';
import type { Match } from './matched';
import type { BinsQuery, Filter, GroupsQuery } from './query';
import type { BinsResult, BinValue, GroupsResult } from './result';
import { seriesOf } from './series-of';
import { type Contribution, sumMeasure } from './sums';

/** Orders series by code point, no split first. */
export function bySeries(a: { series: string | null }, b: { series: string | null }): number {
  return byCodePoint(a.series ?? '', b.series ?? '');
}

interface Cell {
  readonly start: Day;
  readonly series: string | null;
  readonly contributions: Contribution[];
}

/** The bins that a match may fall into, each cut to the window. */
function* binsOf(match: Match, filter: Filter, bin: Bin): Generator<{ start: Day; from: Day; to: Day }> {
  const first = Math.max(match.one.from, filter.from) as Day;
  const last = Math.min(match.one.to, filter.to) as Day;
  for (let start = floorBin(first, bin); start <= last; start = nextBin(start, bin)) {
    const span = binSpan(start, bin);
    const [from, to] = [Math.max(span.from, filter.from) as Day, Math.min(span.to, filter.to) as Day];
    if (possiblyInside(match.one.incident.date, from, to)) yield { start, from, to };
  }
}

/** The meaning of a bins query over its matches. */
export function evaluateBins(matches: readonly Match[], query: BinsQuery): BinsResult {
  const cells = new Map<string, Cell>();
  for (const match of matches) {
    const { incident } = match.one;
    const memberships = seriesOf(match, query.split, query.stacked);
    for (const { start, from, to } of binsOf(match, query.filter, query.bin)) {
      const share = match.linkBest ? shareInside(incident.date, from, to) : 0;
      const sure = match.linkLow && surelyInside(incident.date, from, to);
      for (const { series, best, low } of memberships) {
        const key = `${start}\n${series ?? ''}`;
        const cell = cells.get(key) ?? { start, series, contributions: [] };
        cell.contributions.push({ incident, weight: best ? share : 0, inLow: low && sure });
        cells.set(key, cell);
      }
    }
  }
  const bins: BinValue[] = [...cells.values()].map(({ start, series, contributions }) => ({
    start,
    series,
    ...sumMeasure(contributions, query.measure),
  }));
  return { bins: bins.sort((a, b) => a.start - b.start || bySeries(a, b)) };
}

/** The meaning of a groups query over its matches. */
export function evaluateGroups(matches: readonly Match[], query: GroupsQuery): GroupsResult {
  const groups = new Map<string | null, Contribution[]>();
  for (const match of matches) {
    for (const { series, best, low } of seriesOf(match, query.split, false)) {
      const contributions = groups.get(series) ?? [];
      contributions.push({
        incident: match.one.incident,
        weight: best && match.inBest ? match.weight : 0,
        inLow: low && match.inLow,
      });
      groups.set(series, contributions);
    }
  }
  const values = [...groups].map(([series, all]) => ({
    series,
    matched: all.length,
    ...sumMeasure(all, query.measure),
  }));
  return { groups: values.sort(bySeries) };
}
