import type { Kept } from '../../../caches/budget';
import { type DaySpan, MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Columns } from '../columns/columns';
import { isPossible, type Section, shareOf } from '../columns/dates';
import { addSteady, FRACTIONS } from '../sums/steady';
import { type FirstRows, firstRowsOf } from './first-rows';
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

/** Where the rows of a selection stand, from position to position of a section, that begin on a day or later. */
function positionOf(
  firstRows: FirstRows,
  { rows }: Selection,
  from: number,
  to: number,
  day: number,
): number {
  const row = firstRows.from(day);
  if (rows === null) return Math.min(Math.max(row, from), to);
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! >= row) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How each section lies in a window; those without rows are left out. */
export function zonesOf(columns: Columns, selection: Selection, from: number, to: number): readonly Zone[] {
  const zones: Zone[] = [];
  if (from > to) return zones;
  const { sections } = selection;
  const firstRows = firstRowsOf(columns);
  for (let at = 0; at < sections.length; at++) {
    const section = sections[at]!;
    if (section.from < section.to) zones.push(zoneOf(firstRows[at]!, selection, section, from, to));
  }
  return zones;
}

function zoneOf(
  firstRows: FirstRows,
  selection: Selection,
  { from: first, to: last, reach }: Section,
  from: number,
  to: number,
): Zone {
  const end = positionOf(firstRows, selection, first, last, to + 1);
  if (reach === Number.POSITIVE_INFINITY) {
    return { sure: { from: end, to: end }, edges: [{ from: first, to: end }] };
  }
  const begin = positionOf(firstRows, selection, first, end, from);
  if (reach === 0) return { sure: { from: begin, to: end }, edges: [] };
  const sureEnd = Math.max(begin, positionOf(firstRows, selection, first, end, to - reach + 1));
  const edge = positionOf(firstRows, selection, first, begin, from - reach);
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
  for (const [section, { reach, from, to }] of selection.sections.entries()) {
    if (from === to) continue;
    const at = positionOf(firstRowsOf(columns)[section]!, selection, from, to, day - reach);
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

/** Where the rows of a window are put as they are found: their number is not known before. */
const found = { sure: NO_ROWS, doubtful: NO_ROWS, shares: NO_SHARES };

/** Rows of which the room is kept for the next window. */
const MOST_ROOM = 1 << 17;

function makeRoom(rows: number): void {
  if (found.sure.length >= rows) return;
  found.sure = new Uint32Array(rows * 2);
  found.doubtful = new Uint32Array(rows * 2);
  found.shares = new Float64Array(rows * 2);
}

/** The rows that were found, and shares as they are added up. All stand in one buffer, for a small one takes as long to make as to fill. */
function heldRows(sures: number, doubts: number): Omit<WindowRows, 'stretches'> {
  const [numbers, all] = [(1 + FRACTIONS) * doubts, FRACTIONS];
  const buffer = new ArrayBuffer((numbers + all) * 8 + (sures + doubts) * 4);
  const shares = new Float64Array(buffer, 0, doubts);
  const steps = new Float64Array(buffer, doubts * 8, doubts * FRACTIONS);
  const allSteps = new Float64Array(buffer, numbers * 8, all);
  const sure = new Uint32Array(buffer, (numbers + all) * 8, sures);
  const doubtful = new Uint32Array(buffer, (numbers + all) * 8 + sures * 4, doubts);
  for (let at = 0; at < sures; at++) sure[at] = found.sure[at]!;
  let inPart = 0;
  for (let at = 0; at < doubts; at++) {
    const share = found.shares[at]!;
    doubtful[at] = found.doubtful[at]!;
    shares[at] = share;
    if (share > 0) inPart++;
    addSteady(steps, at * FRACTIONS, FRACTIONS, share, 1);
    for (let part = 0; part < FRACTIONS; part++) allSteps[part]! += steps[at * FRACTIONS + part]!;
  }
  return { sure, doubtful, shares, inPart, steps, allSteps };
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
  const { first, last, gaps, days, daysFrom, daysTo } = dates.spans;
  makeRoom(most);
  const { sure, doubtful, shares } = found;
  let [sures, doubts] = [0, 0];
  for (const edge of edges) {
    for (let at = edge.from; at < edge.to; at++) {
      const row = rows === null ? at : rows[at]!;
      const code = codes[row]!;
      if (first[code]! > to || last[code]! < from) continue;
      const hasGaps = gaps[code] === 1;
      if (hasGaps && !isPossible(dates, code, from, to)) continue;
      const many = days[code]!;
      if (many > 0 && first[code]! >= from && last[code]! <= to) {
        sure[sures++] = row;
        continue;
      }
      doubtful[doubts] = row;
      // As `shareOf` has it: to call it for each row takes longer than the rest.
      const inside = Math.min(daysTo[code]!, to) - Math.max(daysFrom[code]!, from) + 1;
      shares[doubts++] = hasGaps
        ? shareOf(dates, code, from, to)
        : many > 0 && inside > 0
          ? inside / many
          : 0;
    }
  }
  const held = heldRows(sures, doubts);
  if (sure.length > MOST_ROOM) [found.sure, found.doubtful, found.shares] = [NO_ROWS, NO_ROWS, NO_SHARES];
  return { stretches, ...held };
}

/** The rows of a selection in a window. */
export function rowsOnceIn(columns: Columns, selection: Selection, from: number, to: number): WindowRows {
  return rowsInZones(columns, selection, zonesOf(columns, selection, from, to), from, to);
}

/** Rows of a window that are kept without being counted; of very many dates in doubt they take more than the columns. */
const SMALL = 1 << 16;

/** The bytes of what was found; a window without doubts has none of its own. */
function bytesOf({ sure }: WindowRows): number {
  return sure === NO_ROWS ? 0 : sure.buffer.byteLength;
}

/** The same, kept for all who ask for the same window. */
export function rowsIn(columns: Columns, selection: Selection, from: number, to: number): WindowRows {
  const make = () => rowsOnceIn(columns, selection, from, to);
  const keep = (): Pick<Kept<WindowRows>, 'get'> => {
    const rows = make();
    if (bytesOf(rows) <= SMALL) return { get: () => rows };
    let first: WindowRows | null = rows;
    const again = () => {
      const made = first ?? make();
      first = null;
      return made;
    };
    return columns.budget.kept(again, bytesOf);
  };
  return selection.windows.get(`${from} ${to}`, keep).get();
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
  const sections = [...selection.sections.entries()].filter(([, { from, to }]) => from < to);
  // What is in doubt is known of a window that others ask for too.
  const found = rowsIn(columns, selection, ...window);
  const stretches = found.stretches.map((one, at) => {
    const [section, { reach, from, to }] = sections[at]!;
    if (reach === Number.POSITIVE_INFINITY) return one;
    const begin = positionOf(firstRowsOf(columns)[section]!, selection, from, to, day - reach);
    return { from: Math.max(one.from, begin), to: one.to };
  });
  visitRows(selection, { ...found, stretches }, visit);
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
