import type { PositionQuery, RowsQuery } from '../../query/query';
import type { PositionResult, Row, RowsResult } from '../../query/result';
import {
  compareValues,
  type SortValue,
  type SortValues,
  sortKeys,
  sortValues,
} from '../../query/sort-values';
import type { Incident, Series } from '../../series/model';
import type { SortKey } from '../../view/view';
import type { Match } from './matched';

/** A page that ends within this part of the rows is picked out; beyond it all rows are sorted. */
const FEW = 50;
/** The matches in table order: nulls last both ways, ties by date and id. */
export function sortMatches(
  series: Series,
  matches: readonly Match[],
  sort: readonly SortKey[],
): readonly Match[] {
  return [...matches].sort(orderOf(series, sort));
}

/** Compares two matches by the keys asked for, then by those that settle ties. */
function orderOf(series: Series, sort: readonly SortKey[]): (a: Match, b: Match) => number {
  const values = sortValues(series);
  const keys = sortKeys(sort).map(({ column, descending }) => ({
    valuesOf: remembered(values(column)),
    descending,
  }));
  return (a, b) => {
    for (const { valuesOf, descending } of keys) {
      const [left, right] = [valuesOf(a.one.incident), valuesOf(b.one.incident)];
      for (let i = 0; i < left.length; i++) {
        const order = compareValues(left[i] ?? null, right[i] ?? null, descending);
        if (order !== 0) return order;
      }
    }
    return 0;
  };
}

/** Works values out once for each incident that is compared. */
function remembered(valuesOf: SortValues): SortValues {
  const known = new Map<Incident, readonly SortValue[]>();
  return (incident) => {
    const same = known.get(incident);
    if (same !== undefined) return same;
    const fresh = valuesOf(incident);
    known.set(incident, fresh);
    return fresh;
  };
}

/** The first `most` matches in table order, without sorting the others. */
function firstMatches(
  matches: readonly Match[],
  most: number,
  order: (a: Match, b: Match) => number,
): readonly Match[] {
  const first: Match[] = [];
  for (const match of matches) {
    const worst = first.length < most ? undefined : first[most - 1];
    if (worst !== undefined && order(worst, match) <= 0) continue;
    let [from, to] = [0, first.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (order(first[middle]!, match) <= 0) from = middle + 1;
      else to = middle;
    }
    first.splice(from, 0, match);
    if (first.length > most) first.pop();
  }
  return first;
}

function row({ one, links, weight, inLow, inBest }: Match): Row {
  const matched = links.flatMap(({ link }) => (link.index === null ? [] : [link.index]));
  return { incident: one.incident, weight, inLow, inBest, matched };
}

/** The meaning of a rows query over its matches. */
export function evaluateRows(series: Series, matches: readonly Match[], query: RowsQuery): RowsResult {
  const end = query.offset + query.limit;
  const sorted =
    end * FEW < matches.length
      ? firstMatches(matches, end, orderOf(series, query.sort))
      : sortMatches(series, matches, query.sort);
  return { total: matches.length, rows: sorted.slice(query.offset, end).map(row) };
}

/** The meaning of a position query over its matches. */
export function evaluatePosition(
  series: Series,
  matches: readonly Match[],
  query: PositionQuery,
): PositionResult {
  const total = matches.length;
  const here = matches.find(({ one }) => one.incident.id === query.incident);
  if (!here) return { total, index: null, previous: null, next: null };
  const order = orderOf(series, query.sort);
  let index = 0;
  let previous: Match | null = null;
  let next: Match | null = null;
  for (const match of matches) {
    const side = order(match, here);
    if (side < 0) {
      index += 1;
      if (previous === null || order(match, previous) > 0) previous = match;
    } else if (match !== here && (next === null || order(match, next) < 0)) next = match;
  }
  return { total, index, previous: previous?.one.incident.id ?? null, next: next?.one.incident.id ?? null };
}
