import type { PositionQuery, RowsQuery } from '../../../query/query';
import type { PositionResult, Row, RowsResult } from '../../../query/result';
import { hasRow } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { isPossible, isSure, shareOf } from '../columns/dates';
import { BEST, LOW, type Selection } from '../selection/selection';
import { countMatches, eachMatch } from '../selection/window';
import type { SortOrder, SortOrders } from './sort-orders';

/** The places, in an order, of the rows in high, ascending. */
function sortedPlaces(
  columns: Columns,
  selection: Selection,
  { from, to }: RowsQuery['filter'],
  { places }: SortOrder,
): Uint32Array {
  const found = new Uint32Array(selection.rows.length);
  let size = 0;
  eachMatch(columns, selection, [from, to], (row) => {
    found[size++] = places[row]!;
  });
  return found.subarray(0, size).sort();
}

/** The rows of a page out of many: the first ones of the order that match. */
function walked(
  { dates }: Columns,
  { bits }: Selection,
  { filter: { from, to }, offset, limit }: RowsQuery,
  { rows, firstPlace }: SortOrder,
): number[] {
  const page: number[] = [];
  const { codes } = dates.column;
  let left = offset;
  for (let place = firstPlace(to); place < rows.length && page.length < limit; place++) {
    const row = rows[place]!;
    if (!hasRow(bits, row) || !isPossible(dates, codes[row]!, from, to)) continue;
    if (left-- <= 0) page.push(row);
  }
  return page;
}

function rowOf(columns: Columns, selection: Selection, { from, to }: RowsQuery['filter'], row: number): Row {
  const { dates, linkLists } = columns;
  const date = dates.column.codes[row]!;
  const weight = shareOf(dates, date, from, to);
  const list = linkLists.codes[row]!;
  const firm = selection.firm[list]!;
  return {
    incident: columns.incident(row),
    weight,
    inLow: (firm & LOW) !== 0 && isSure(dates, date, from, to),
    inBest: (firm & BEST) !== 0 && weight > 0,
    matched: selection.lists[list]!.links.flatMap(({ link }) => (link.index === null ? [] : [link.index])),
  };
}

/** A page of the rows in high: out of more than `few` it is found by going through the order, out of fewer by sorting them. */
export function answerRows(
  columns: Columns,
  selection: Selection,
  orders: SortOrders,
  query: RowsQuery,
  few: number,
): RowsResult {
  const { filter, offset, limit } = query;
  const total = countMatches(columns, selection, filter.from, filter.to);
  if (offset >= total || limit === 0) return { total, rows: [] };
  const order = orders.of(query.sort);
  const page =
    total > few
      ? walked(columns, selection, query, order)
      : Array.from(
          sortedPlaces(columns, selection, filter, order).subarray(offset, offset + limit),
          (place) => order.rows[place]!,
        );
  return { total, rows: page.map((row) => rowOf(columns, selection, filter, row)) };
}

/** Where an incident stands among the sorted rows, with its neighbours. */
export function answerPosition(
  columns: Columns,
  selection: Selection,
  orders: SortOrders,
  { filter, sort, incident }: PositionQuery,
): PositionResult {
  const order = orders.of(sort);
  const sorted = sortedPlaces(columns, selection, filter, order);
  const idAt = (at: number) => {
    const place = sorted[at];
    return place === undefined ? null : columns.incidentIds.at(order.rows[place]!)!;
  };
  const row = columns.rowOf(incident);
  const index = row === null ? -1 : sorted.indexOf(order.places[row]!);
  if (index < 0) return { total: sorted.length, index: null, previous: null, next: null };
  return { total: sorted.length, index, previous: idAt(index - 1), next: idAt(index + 1) };
}
