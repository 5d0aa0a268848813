import type { Series } from '../../series/model';
import type { SortKey } from '../../view/view';
import type { PositionQuery, RowsQuery } from '../query';
import type { PositionResult, Row, RowsResult } from '../result';
import { compareValues, sortKeys, sortValues } from '../sort-values';
import { inBest, inLow, type Match } from './matched';

/** The matches in table order: nulls last both ways, ties by date and id. */
function inOrder(series: Series, matches: readonly Match[], sort: readonly SortKey[]): readonly Match[] {
  const valuesOf = sortValues(series);
  const keys = sortKeys(sort).map(({ column, descending }) => ({ values: valuesOf(column), descending }));
  return [...matches].sort((a, b) => {
    for (const { values, descending } of keys) {
      const right = values(b.incident);
      const orders = values(a.incident).map((left, i) => compareValues(left, right[i] ?? null, descending));
      const order = orders.find((one) => one !== 0);
      if (order !== undefined) return order;
    }
    return 0;
  });
}

function row(match: Match): Row {
  const { incident, links, weight } = match;
  const matched = links.flatMap(({ link }) => (link.index === null ? [] : [link.index]));
  return { incident, weight, inLow: inLow(match), inBest: inBest(match), matched };
}

/** The meaning of a rows query over its matches. */
export function evaluateRows(series: Series, matches: readonly Match[], query: RowsQuery): RowsResult {
  const { sort, offset, limit } = query;
  const page = inOrder(series, matches, sort).slice(offset, offset + limit);
  return { total: matches.length, rows: page.map(row) };
}

/** The meaning of a position query over its matches. */
export function evaluatePosition(
  series: Series,
  matches: readonly Match[],
  query: PositionQuery,
): PositionResult {
  const ids = inOrder(series, matches, query.sort).map(({ incident }) => incident.id);
  const total = ids.length;
  const index = ids.indexOf(query.incident);
  if (index < 0) return { total, index: null, previous: null, next: null };
  return { total, index, previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null };
}
