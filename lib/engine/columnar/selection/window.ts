import { type DaySpan, MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Columns } from '../columns/columns';
import { isPossible, isSure, shareOf } from '../columns/dates';
import { lowest } from '../columns/lowest';
import type { Selection, Stretch, WindowRows } from './selection';

/** How the rows of a section lie in a window: those of `sure` as a whole, those of `edges` perhaps. */
export interface Zone {
  readonly sure: Stretch;
  readonly edges: readonly Stretch[];
}

/** Where the rows of a selection stand that begin on a day or later. */
function positionOf({ dates }: Columns, { rows }: Selection, from: number, to: number, day: number): number {
  const { codes } = dates.column;
  const { first } = dates.spans;
  return lowest(from, to, (at) => first[codes[rows[at]!]!]! >= day);
}

/** How each section lies in a window. */
export function zonesOf(columns: Columns, selection: Selection, from: number, to: number): readonly Zone[] {
  if (from > to) return [];
  return selection.sections.map((section) => {
    const position = (day: number) => positionOf(columns, selection, section.from, section.to, day);
    const end = position(to + 1);
    if (section.reach === Number.POSITIVE_INFINITY) {
      return { sure: { from: end, to: end }, edges: [{ from: section.from, to: end }] };
    }
    const begin = position(from);
    if (section.reach === 0) return { sure: { from: begin, to: end }, edges: [] };
    const sureEnd = Math.max(begin, position(to - section.reach + 1));
    return {
      sure: { from: begin, to: sureEnd },
      edges: [
        { from: position(from - section.reach), to: begin },
        { from: sureEnd, to: end },
      ],
    };
  });
}

/** The days on which any row of a selection may have begun; beyond them nothing is. */
export function extentOf(columns: Columns, { rows, sections }: Selection): DaySpan {
  const { codes } = columns.dates.column;
  const { first, last } = columns.dates.spans;
  const extent = { from: MAX_DAY as number, to: MIN_DAY as number };
  for (const { reach, from, to } of sections) {
    if (from === to) continue;
    extent.from = Math.min(extent.from, first[codes[rows[from]!]!]!);
    if (reach < Number.POSITIVE_INFINITY) {
      extent.to = Math.max(extent.to, first[codes[rows[to - 1]!]!]! + reach);
      continue;
    }
    for (let at = from; at < to; at++) extent.to = Math.max(extent.to, last[codes[rows[at]!]!]!);
  }
  return extent as DaySpan;
}

/** The rows in a window of which the zones are known. */
function rowsInZones(
  { dates }: Columns,
  { rows }: Selection,
  zones: readonly Zone[],
  from: number,
  to: number,
): WindowRows {
  const { codes } = dates.column;
  const { first, last, gaps } = dates.spans;
  const [sure, doubtful, shares]: [number[], number[], number[]] = [[], [], []];
  for (const edge of zones.flatMap(({ edges }) => edges)) {
    for (let at = edge.from; at < edge.to; at++) {
      const row = rows[at]!;
      const code = codes[row]!;
      if (first[code]! > to || last[code]! < from) continue;
      if (gaps[code] === 1 && !isPossible(dates, code, from, to)) continue;
      if (isSure(dates, code, from, to)) sure.push(row);
      else {
        doubtful.push(row);
        shares.push(shareOf(dates, code, from, to));
      }
    }
  }
  return {
    stretches: zones.map((zone) => zone.sure).filter(({ from: first, to: end }) => first < end),
    ...{ sure: Uint32Array.from(sure), doubtful: Uint32Array.from(doubtful) },
    shares: Float64Array.from(shares),
  };
}

/** The rows of a selection in a window, kept for all who ask for the same one. */
export function rowsIn(columns: Columns, selection: Selection, from: number, to: number): WindowRows {
  return selection.windows.get(`${from} ${to}`, () =>
    rowsInZones(columns, selection, zonesOf(columns, selection, from, to), from, to),
  );
}

/** Told of a row that may lie in a window, with its share inside and whether that is sure. */
type Visit = (row: number, share: number, sure: boolean) => void;

/** Calls `visit` for each row of a selection that may lie in a window. */
export function eachMatch(
  columns: Columns,
  selection: Selection,
  [from, to]: readonly [from: number, to: number],
  visit: Visit,
): void {
  visitRows(selection, rowsIn(columns, selection, from, to), visit);
}

/** The same of the rows that may lie on a day or later, and perhaps of some more. */
export function eachMatchSince(
  columns: Columns,
  selection: Selection,
  window: readonly [from: number, to: number],
  day: number,
  visit: Visit,
): void {
  const zones = zonesOf(columns, selection, ...window).map(({ sure, edges }, at) => {
    const { reach, from, to } = selection.sections[at]!;
    const begin =
      reach < Number.POSITIVE_INFINITY ? positionOf(columns, selection, from, to, day - reach) : from;
    const cut = (one: Stretch) => ({ from: Math.max(one.from, begin), to: one.to });
    return { sure: cut(sure), edges: edges.map(cut) };
  });
  visitRows(selection, rowsInZones(columns, selection, zones, ...window), visit);
}

function visitRows({ rows }: Selection, found: WindowRows, visit: Visit): void {
  for (const { from, to } of found.stretches) for (let at = from; at < to; at++) visit(rows[at]!, 1, true);
  for (const row of found.sure) visit(row, 1, true);
  for (let at = 0; at < found.doubtful.length; at++) visit(found.doubtful[at]!, found.shares[at]!, false);
}

/** How many rows of a selection may lie in a window. */
export function countMatches(columns: Columns, selection: Selection, from: number, to: number): number {
  const { stretches, sure, doubtful } = rowsIn(columns, selection, from, to);
  return stretches.reduce((sum, one) => sum + one.to - one.from, sure.length + doubtful.length);
}
