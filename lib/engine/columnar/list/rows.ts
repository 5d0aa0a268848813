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
  const found = new Uint32Array(selection.size);
  let size = 0;
  eachMatch(columns, selection, [from, to], (row) => {
    found[size++] = places[row]!;
  });
  return found.subarray(0, size).sort();
}

/** Places that are looked at for each row that matches, before sorting these is sooner done. */
const PATIENCE = 8;

/** The rows of a page: the first ones of the order that match; null where they are hard to come by. */
function walked(
  { dates }: Columns,
  { bits }: Selection,
  { filter: { from, to }, offset, limit }: RowsQuery,
  order: SortOrder,
  total: number,
): readonly number[] | null {
  const { codes } = dates.column;
  const end = Math.min(offset + limit, total);
  const page: number[] = [];
  let [found, looks] = [0, total * PATIENCE];
  for (let block = 0; block < order.blocks && found < end; block++) {
    if (looks < 0) return null;
    if (!order.mayHold(block, from, to)) continue;
    const rows = order.rowsOf(block);
    looks -= rows.length;
    for (let at = 0; at < rows.length && found < end; at++) {
      const row = rows[at]!;
      if (!hasRow(bits, row) || !isPossible(dates, codes[row]!, from, to)) continue;
      if (found++ >= offset) page.push(row);
    }
  }
  return page;
}

/** The same by sorting all that match. */
function sortedPage(
  columns: Columns,
  selection: Selection,
  { filter, offset, limit }: RowsQuery,
  order: SortOrder,
): readonly number[] {
  const places = sortedPlaces(columns, selection, filter, order).subarray(offset, offset + limit);
  return Array.from(places, (place) => order.rowAt(place));
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

/** A page of the rows in high. Out of no more than `few` they are sorted at once. */
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
    (total > few ? walked(columns, selection, query, order, total) : null) ??
    sortedPage(columns, selection, query, order);
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
    return place === undefined ? null : columns.incidentIds.at(order.rowAt(place))!;
  };
  const row = columns.rowOf(incident);
  const index = row === null ? -1 : sorted.indexOf(order.places[row]!);
  if (index < 0) return { total: sorted.length, index: null, previous: null, next: null };
  return { total: sorted.length, index, previous: idAt(index - 1), next: idAt(index + 1) };
}
