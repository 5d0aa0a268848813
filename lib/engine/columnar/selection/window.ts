import { type DaySpan, MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Columns } from '../columns/columns';
import { isPossible, isSure, shareOf } from '../columns/dates';
import { lowest } from '../columns/lowest';
import type { Selection } from './selection';

/** Positions among the rows of a selection, the last one exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

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

/** Calls `visit` for each row of a selection that may lie in a window, with its share inside and whether that is sure. */
export function eachMatch(
  columns: Columns,
  selection: Selection,
  window: readonly [from: number, to: number],
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  visitZones(columns, selection, zonesOf(columns, selection, ...window), window, visit);
}

/** The same of the rows that may lie on a day or later, and perhaps of some more. */
export function eachMatchSince(
  columns: Columns,
  selection: Selection,
  window: readonly [from: number, to: number],
  day: number,
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  const zones = zonesOf(columns, selection, ...window).map(({ sure, edges }, at) => {
    const { reach, from, to } = selection.sections[at]!;
    const begin =
      reach < Number.POSITIVE_INFINITY ? positionOf(columns, selection, from, to, day - reach) : from;
    const cut = (one: Stretch) => ({ from: Math.max(one.from, begin), to: one.to });
    return { sure: cut(sure), edges: edges.map(cut) };
  });
  visitZones(columns, selection, zones, window, visit);
}

function visitZones(
  { dates }: Columns,
  { rows }: Selection,
  zones: readonly Zone[],
  [from, to]: readonly [from: number, to: number],
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  const { codes } = dates.column;
  for (const { sure, edges } of zones) {
    for (let at = sure.from; at < sure.to; at++) visit(rows[at]!, 1, true);
    for (const edge of edges) {
      for (let at = edge.from; at < edge.to; at++) {
        const row = rows[at]!;
        const code = codes[row]!;
        if (!isPossible(dates, code, from, to)) continue;
        visit(row, shareOf(dates, code, from, to), isSure(dates, code, from, to));
      }
    }
  }
}

/** How many rows of a selection may lie in a window. */
export function countMatches(columns: Columns, selection: Selection, from: number, to: number): number {
  const { dates } = columns;
  const { codes } = dates.column;
  let count = 0;
  for (const { sure, edges } of zonesOf(columns, selection, from, to)) {
    count += sure.to - sure.from;
    for (const edge of edges) {
      for (let at = edge.from; at < edge.to; at++) {
        if (isPossible(dates, codes[selection.rows[at]!]!, from, to)) count++;
      }
    }
  }
  return count;
}
