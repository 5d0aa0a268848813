import { type DaySpan, MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Columns } from '../columns/columns';
import { isPossible, isSure, type Section, shareOf } from '../columns/dates';
import { addSteady, FRACTIONS } from '../columns/steady';
import type { Selection, Stretch, WindowRows } from './selection';

/** How the rows of a section lie in a window: those of `sure` as a whole, those of `edges` perhaps. */
export interface Zone {
  readonly sure: Stretch;
  readonly edges: readonly Stretch[];
}

/** The row of a selection at a position. */
function rowAt({ rows }: Selection, position: number): number {
  return rows === null ? position : rows[position]!;
}

/** Where the rows of a selection stand that begin on a day or later. */
function positionOf({ dates }: Columns, { rows }: Selection, from: number, to: number, day: number): number {
  const { codes } = dates.column;
  const { first } = dates.spans;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (first[codes[rows === null ? middle : rows[middle]!]!]! >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How each section lies in a window; those without rows are left out. */
export function zonesOf(columns: Columns, selection: Selection, from: number, to: number): readonly Zone[] {
  const zones: Zone[] = [];
  if (from > to) return zones;
  for (const section of selection.sections) {
    if (section.from < section.to) zones.push(zoneOf(columns, selection, section, from, to));
  }
  return zones;
}

function zoneOf(columns: Columns, selection: Selection, section: Section, from: number, to: number): Zone {
  const { from: first, to: last, reach } = section;
  const end = positionOf(columns, selection, first, last, to + 1);
  if (reach === Number.POSITIVE_INFINITY) {
    return { sure: { from: end, to: end }, edges: [{ from: first, to: end }] };
  }
  const begin = positionOf(columns, selection, first, end, from);
  if (reach === 0) return { sure: { from: begin, to: end }, edges: [] };
  const sureEnd = Math.max(begin, positionOf(columns, selection, first, end, to - reach + 1));
  const edge = positionOf(columns, selection, first, begin, from - reach);
  return {
    sure: { from: begin, to: sureEnd },
    edges: [
      { from: edge, to: begin },
      { from: sureEnd, to: end },
    ],
  };
}

/** The first day, of one and those after it, on which a row of a selection may lie; infinite where there is none. */
export function nextDay(columns: Columns, selection: Selection, day: number): number {
  const { codes } = columns.dates.column;
  const { first } = columns.dates.spans;
  let next = Number.POSITIVE_INFINITY;
  for (const { reach, from, to } of selection.sections) {
    const at = from === to ? to : positionOf(columns, selection, from, to, day - reach);
    if (at < to) next = Math.min(next, Math.max(day, first[codes[rowAt(selection, at)]!]!));
  }
  return next;
}

/** The days on which any row of a selection may have begun; beyond them nothing is. */
export function extentOf(columns: Columns, selection: Selection): DaySpan {
  const { codes } = columns.dates.column;
  const { first, last } = columns.dates.spans;
  const extent = { from: MAX_DAY as number, to: MIN_DAY as number };
  for (const { reach, from, to } of selection.sections) {
    if (from === to) continue;
    extent.from = Math.min(extent.from, first[codes[rowAt(selection, from)]!]!);
    if (reach < Number.POSITIVE_INFINITY) {
      extent.to = Math.max(extent.to, first[codes[rowAt(selection, to - 1)]!]! + reach);
      continue;
    }
    for (let at = from; at < to; at++) extent.to = Math.max(extent.to, last[codes[rowAt(selection, at)]!]!);
  }
  return extent as DaySpan;
}

const [NO_ROWS, NO_SHARES] = [new Uint32Array(0), new Float64Array(0)];
const NO_EDGES = {
  sure: NO_ROWS,
  doubtful: NO_ROWS,
  shares: NO_SHARES,
  inPart: 0,
  steps: NO_SHARES,
  allSteps: new Float64Array(FRACTIONS),
};

function stepsOf(shares: Float64Array): Float64Array {
  const steps = new Float64Array(shares.length * FRACTIONS);
  for (let at = 0; at < shares.length; at++) addSteady(steps, at * FRACTIONS, FRACTIONS, shares[at]!, 1);
  return steps;
}

function countShares(shares: Float64Array): number {
  let count = 0;
  for (let at = 0; at < shares.length; at++) if (shares[at]! > 0) count++;
  return count;
}

function sumOfSteps(steps: Float64Array): Float64Array {
  const sum = new Float64Array(FRACTIONS);
  for (let at = 0; at < steps.length; at++) sum[at % FRACTIONS]! += steps[at]!;
  return sum;
}

function isAny({ from, to }: Stretch): boolean {
  return from < to;
}

/** The rows in a window of which the zones are known. */
function rowsInZones(
  { dates }: Columns,
  { rows }: Selection,
  zones: readonly Zone[],
  from: number,
  to: number,
): WindowRows {
  const stretches = zones.map((zone) => zone.sure);
  if (!zones.some(({ edges }) => edges.some(isAny))) return { stretches, ...NO_EDGES };
  const edges = zones.flatMap((zone) => zone.edges);
  const most = edges.reduce((sum, edge) => sum + Math.max(0, edge.to - edge.from), 0);
  const { codes } = dates.column;
  const { first, last, gaps } = dates.spans;
  const [sure, doubtful] = [new Uint32Array(most), new Uint32Array(most)];
  const shares = new Float64Array(most);
  let [sures, doubts] = [0, 0];
  for (const edge of edges) {
    for (let at = edge.from; at < edge.to; at++) {
      const row = rows === null ? at : rows[at]!;
      const code = codes[row]!;
      if (first[code]! > to || last[code]! < from) continue;
      if (gaps[code] === 1 && !isPossible(dates, code, from, to)) continue;
      if (isSure(dates, code, from, to)) sure[sures++] = row;
      else {
        doubtful[doubts] = row;
        shares[doubts++] = shareOf(dates, code, from, to);
      }
    }
  }
  const given = shares.subarray(0, doubts);
  const steps = stepsOf(given);
  return {
    ...{ stretches, sure: sure.subarray(0, sures), doubtful: doubtful.subarray(0, doubts) },
    ...{ shares: given, inPart: countShares(given), steps, allSteps: sumOfSteps(steps) },
  };
}

/** The rows of a selection in a window. */
export function rowsOnceIn(columns: Columns, selection: Selection, from: number, to: number): WindowRows {
  return rowsInZones(columns, selection, zonesOf(columns, selection, from, to), from, to);
}

/** The same, kept for all who ask for the same window. */
export function rowsIn(columns: Columns, selection: Selection, from: number, to: number): WindowRows {
  return selection.windows.get(`${from} ${to}`, () => rowsOnceIn(columns, selection, from, to));
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
  const held = selection.sections.filter(({ from, to }) => from < to);
  const zones = zonesOf(columns, selection, ...window).map(({ sure, edges }, at) => {
    const { reach, from, to } = held[at]!;
    const begin =
      reach < Number.POSITIVE_INFINITY ? positionOf(columns, selection, from, to, day - reach) : from;
    const cut = (one: Stretch) => ({ from: Math.max(one.from, begin), to: one.to });
    return { sure: cut(sure), edges: edges.map(cut) };
  });
  visitRows(selection, rowsInZones(columns, selection, zones, ...window), visit);
}

function visitRows({ rows }: Selection, found: WindowRows, visit: Visit): void {
  for (const { from, to } of found.stretches)
    for (let at = from; at < to; at++) visit(rows === null ? at : rows[at]!, 1, true);
  for (const row of found.sure) visit(row, 1, true);
  for (let at = 0; at < found.doubtful.length; at++) visit(found.doubtful[at]!, found.shares[at]!, false);
}

/** How many rows may lie in a window. */
export function countIn({ stretches, sure, doubtful }: WindowRows): number {
  return stretches.reduce((sum, one) => sum + one.to - one.from, sure.length + doubtful.length);
}

/** How many rows of a selection may lie in a window. */
export function countMatches(columns: Columns, selection: Selection, from: number, to: number): number {
  return countIn(rowsIn(columns, selection, from, to));
}
