import type { PlacesQuery } from '../../../query/query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../../../query/result';
import { type HexGrid, hexCentre } from '../../../series/places/hexagons';
import { type Box, OFF_MAP } from '../../../series/places/location';
import { hexagonId, placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import { type Bits, hasRow } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf, OFF_CODES } from '../columns/locations';
import { BEST, DISPUTED, LOW, type Selection } from '../selection/selection';
import { eachMatch } from '../selection/window';
import { type Adder, adderOf } from './adders';
import { Cells } from './cells';
import { type Grouping, splitGrouping } from './groupings';
import { type HexCells, hexagonMarking, type Marking, NO_MARK, pointMarking } from './marking';
import { type EachMarked, hexagonNames, type Named, pointNames } from './place-names';
import { SparseCells } from './sparse-cells';

/** The cells of the margin: one for each reason, and behind them that of points outside of the box. */
const OUTSIDE = OFF_CODES;
/** Groups of all marks are held one beside the other up to so many numbers. */
const MOST_BESIDE = 2 ** 20;

/** The locations at which incidents of a window are: 1 for those inside the box, 2 for those outside. */
function heldLocations(
  columns: Columns,
  selection: Selection,
  { filter: { from, to } }: PlacesQuery,
  inside: Bits | null,
): Uint8Array {
  const { codes, size } = locationsOf(columns);
  const held = new Uint8Array(size);
  eachMatch(columns, selection, [from, to], (row) => {
    held[codes[row]!] = inside === null || hasRow(inside, row) ? 1 : 2;
  });
  held.fill(0, 0, OFF_CODES);
  return held;
}

function countInside(held: Uint8Array): number {
  let count = 0;
  for (const one of held) count += one & 1;
  return count;
}

/** What is added up: the marks, their groups (by mark and group), and the margin. */
interface Added {
  readonly marks: Cells;
  readonly groups: Cells | SparseCells | null;
  readonly margin: Cells;
}

/** By what is added up. */
interface Adders {
  readonly adder: Adder;
  readonly count: Adder;
  readonly grouping: Grouping | null;
  readonly inside: Bits | null;
}

function roomFor(marks: number, { ids }: Grouping, { width }: Adder): Cells | SparseCells {
  const groups = marks * ids.length;
  return groups * width <= MOST_BESIDE ? new Cells(groups, width) : new SparseCells(width);
}

/** Whether every incident is in one group and as firm there as it is: then a mark is the sum of its groups. */
function areParts({ asksLinks, starts, groups, firm }: Grouping): boolean {
  const isSingle = starts.length === groups.length + 1 && groups.every((_, code) => starts[code] === code);
  return asksLinks && isSingle && firm.every((one) => one === (BEST | LOW));
}

/** Adds the groups of marks up to the marks. */
function addParts(marks: Cells, groups: Cells | SparseCells, size: number): void {
  for (const cell of groups.held()) {
    const [from, to] = [groups.placeOf(cell), marks.placeOf(Math.floor(cell / size))];
    for (let at = 0; at < marks.width; at++) marks.values[to + at]! += groups.values[from + at]!;
  }
}

/** Adds every incident up. */
function addUp(
  columns: Columns,
  selection: Selection,
  { filter: { from, to } }: PlacesQuery,
  marking: Marking,
  { adder, count, grouping, inside }: Adders,
): Added {
  const { cells, markOf } = marking;
  const size = marking.marks.length;
  const marks = new Cells(size, adder.width);
  const groups = grouping === null ? null : roomFor(size, grouping, adder);
  const margin = new Cells(OUTSIDE + 1, count.width);
  const { codes } = locationsOf(columns);
  const lists = columns.linkLists.codes;
  const figures = adder.figures?.codes;
  // Where a sum has the same bits in any order.
  const parts = grouping !== null && adder.isExact && areParts(grouping) ? grouping : null;
  eachMatch(columns, selection, [from, to], (row, share, sure) => {
    const mark = markOf[cells[row]!]!;
    const firm = selection.firm[lists[row]!]! & (sure ? ~0 : ~LOW);
    if (mark === NO_MARK || (inside !== null && !hasRow(inside, row))) {
      count.add(margin, Math.min(codes[row]!, OUTSIDE), 0, share, firm, 1);
      return;
    }
    const figure = figures === undefined ? 0 : figures[row]!;
    if (parts !== null) {
      const cell = mark * parts.ids.length + parts.groups[parts.codes[row]!]!;
      adder.add(groups!, cell, figure, share, firm, 1);
      return;
    }
    adder.add(marks, mark, figure, share, firm, 1);
    if (grouping === null || groups === null) return;
    // Groups of links say themselves how firm an incident is in them.
    const allowed = grouping.asksLinks ? firm : (firm | BEST | LOW) & (sure ? ~0 : ~LOW);
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const cell = mark * grouping.ids.length + grouping.groups[i]!;
      adder.add(groups, cell, figure, share, (grouping.firm[i]! | DISPUTED) & allowed, 1);
    }
  });
  if (parts !== null) addParts(marks, groups!, parts.ids.length);
  return { marks, groups, margin };
}

/** The groups of each mark, by code point. */
function groupsByMark(
  groups: NonNullable<Added['groups']>,
  adder: Adder,
  { ids }: Grouping,
): ReadonlyMap<number, readonly PlaceGroup[]> {
  const byMark = new Map<number, PlaceGroup[]>();
  for (const cell of groups.held()) {
    const mark = Math.floor(cell / ids.length);
    const group = { series: ids[cell % ids.length]!, ...adder.valueAt(groups.values, groups.placeOf(cell)) };
    const held = byMark.get(mark);
    if (held === undefined) byMark.set(mark, [group]);
    else held.push(group);
  }
  return byMark;
}

/** What a mark is: its id and where it stands. */
function spotOf(locations: Locations, { as, marks, hexagons }: Marking, mark: number, grid: HexGrid) {
  const at = marks[mark]!;
  if (as === 'hexagons') {
    const hexagon = hexagons[at]!;
    return { id: hexagonId(grid, hexagon), ...hexCentre(grid, hexagon), precision: null };
  }
  const point = { lat: locations.lat(at), lon: locations.lon(at), precision: locations.precision(at) };
  return { id: placeId({ at: 'point', ...point }), ...point };
}

/** The marks that hold anything, from north to south and from west to east. */
function marksOf(
  columns: Columns,
  { grid }: PlacesQuery,
  marking: Marking,
  { marks, groups }: Added,
  { adder, grouping }: Adders,
  named: (mark: number) => Named,
): readonly PlaceMark[] {
  const locations = locationsOf(columns);
  const byMark = groups === null || grouping === null ? null : groupsByMark(groups, adder, grouping);
  const made = Array.from(marks.held(), (mark): PlaceMark => {
    const at = marks.placeOf(mark);
    const cell = adder.valueAt(marks.values, at);
    return {
      ...spotOf(locations, marking, mark, grid),
      ...named(mark),
      ...{ matched: marks.values[at]!, ...cell },
      groups: byMark === null ? [{ series: null, ...cell }] : (byMark.get(mark) ?? []),
    };
  });
  return made.sort((a, b) => b.lat - a.lat || a.lon - b.lon || byCodePoint(a.id, b.id));
}

/** What is worked out for one query and may serve another: rows in a box, and the hexagons of a grid. */
export interface PlaceMemory {
  rowsInBox(box: Box): Bits;
  hexCells(grid: HexGrid): HexCells;
}

/** The incidents of a selection by place. */
export function answerPlaces(
  columns: Columns,
  selection: Selection,
  query: PlacesQuery,
  memory: PlaceMemory,
): PlacesResult {
  const { box, most, grid, measure, split } = query;
  const locations = locationsOf(columns);
  const inside = box === null ? null : memory.rowsInBox(box);
  const held = heldLocations(columns, selection, query, inside);
  const points = countInside(held);
  const marking =
    points > most
      ? hexagonMarking(memory.hexCells(grid))
      : pointMarking(
          locations,
          held.map((one) => one & 1),
        );
  const count = adderOf(columns, 'incidents');
  const grouping = split === 'none' ? null : splitGrouping(columns, selection, { ...query, beyond: null });
  const adders = { adder: adderOf(columns, measure), count, grouping, inside };
  const added = addUp(columns, selection, query, marking, adders);
  const margin = (code: number) => {
    const { low, best, high } = count.valueAt(added.margin.values, added.margin.placeOf(code));
    return { low: low!, best: best!, high: high! };
  };
  const each: EachMarked = (visit) =>
    eachMatch(columns, selection, [query.filter.from, query.filter.to], (row) => {
      const mark = marking.markOf[marking.cells[row]!]!;
      if (mark !== NO_MARK && (inside === null || hasRow(inside, row))) visit(mark, row);
    });
  const named = (marking.as === 'points' ? pointNames : hexagonNames)(columns, marking.marks.length, each);
  return {
    as: marking.as,
    marks: marksOf(columns, query, marking, added, adders, named),
    ...{ points, extent: locations.extent(held), outside: margin(OUTSIDE) },
    off: Object.fromEntries(OFF_MAP.map((why, code) => [why, margin(code)])) as PlacesResult['off'],
  };
}
