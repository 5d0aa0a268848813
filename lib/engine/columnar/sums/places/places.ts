import { largestGroups } from '../../../../query/figures/largest-groups';
import type { PlacesQuery } from '../../../../query/query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../../../../query/result';
import { gridIn, type HexGrid, hexCentre } from '../../../../series/places/hexagons';
import { type Box, OFF_MAP } from '../../../../series/places/location';
import { hexagonId, placeId } from '../../../../series/places/place-ids';
import { byCodePoint } from '../../../../text/order';
import type { Bits } from '../../columns/bits';
import type { Columns } from '../../columns/columns';
import { type Locations, locationsOf } from '../../columns/locations';
import type { Selection } from '../../selection/selection';
import { type Adder, adderOf } from '../adders';
import { type Grouping, splitGrouping } from '../groupings';
import { type HexCells, hexagonMarking, type Marking, pointMarking } from './marking';
import { hexagonNames, type Named, pointNames } from './place-names';
import { addPlaces, type PlaceSums } from './place-sums';
import { OUTSIDE, placedRows } from './placed-rows';

/** The groups of each mark, by code point, and how many of it are left out. */
interface MarkGroups {
  readonly of: (mark: number) => readonly PlaceGroup[];
  readonly more: (mark: number) => number;
}

type GroupCells = NonNullable<PlaceSums['groups']>;

/** All groups of each mark. */
function groupsByMark(groups: GroupCells, adder: Adder, { ids }: Grouping, size: number): MarkGroups {
  const byMark = new Map<number, PlaceGroup[]>();
  for (const cell of groups.held()) {
    const mark = cell % size;
    const group = {
      series: ids[Math.floor(cell / size)]!,
      ...adder.valueAt(groups.values, groups.placeOf(cell)),
    };
    const held = byMark.get(mark);
    if (held === undefined) byMark.set(mark, [group]);
    else held.push(group);
  }
  return { of: (mark) => byMark.get(mark) ?? [], more: () => 0 };
}

/** Of all marks together no more groups than this are kept while they are compared; of more, all are made. */
const MOST_COMPARED = 1 << 20;

/** The groups of the largest best of each mark, so many at most: nothing is made of the others, of which there may be very many. */
function largestByMark(
  groups: GroupCells,
  adder: Adder,
  { ids }: Grouping,
  size: number,
  most: number,
): MarkGroups {
  const held = new Uint32Array(size);
  const bests = new Float64Array(size * most);
  // Beside each best: its cell, and where that begins.
  const cells = new Float64Array(size * most);
  const places = new Uint32Array(size * most);
  groups.each((cell, place) => {
    const mark = cell % size;
    const best = adder.valueAt(groups.values, place).best ?? 0;
    const first = mark * most;
    let at = first + Math.min(held[mark]!, most);
    held[mark]! += 1;
    for (; at > first; at--) {
      const before = bests[at - 1]!;
      if (before > best || (before === best && cells[at - 1]! < cell)) break;
      if (at === first + most) continue;
      bests[at] = before;
      cells[at] = cells[at - 1]!;
      places[at] = places[at - 1]!;
    }
    if (at === first + most) return;
    bests[at] = best;
    cells[at] = cell;
    places[at] = place;
  });
  const more = (mark: number) => Math.max(0, held[mark]! - most);
  const of = (mark: number) =>
    Array.from({ length: Math.min(most, held[mark]!) }, (_, at) => mark * most + at)
      .sort((one, other) => cells[one]! - cells[other]!)
      .map((at) => ({
        series: ids[Math.floor(cells[at]! / size)]!,
        ...adder.valueAt(groups.values, places[at]!),
      }));
  return { of, more };
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
  query: PlacesQuery & { readonly grid: HexGrid },
  marking: Marking,
  { marks, groups }: PlaceSums,
  { adder, grouping }: { readonly adder: Adder; readonly grouping: Grouping | null },
  named: (mark: number) => Named,
): readonly PlaceMark[] {
  const locations = locationsOf(columns);
  const { grid, mostGroups } = query;
  const size = marking.marks.length;
  const byMark =
    groups === null || grouping === null
      ? null
      : mostGroups !== undefined && marking.as === 'hexagons' && size * mostGroups <= MOST_COMPARED
        ? largestByMark(groups, adder, grouping, size, mostGroups)
        : groupsByMark(groups, adder, grouping, size);
  const made = Array.from(marks.held(), (mark): PlaceMark => {
    const at = marks.placeOf(mark);
    const { low, best, high, basis } = adder.valueAt(marks.values, at);
    const { id, lat, lon, precision } = spotOf(locations, marking, mark, grid);
    const { name, names } = named(mark);
    const groups = byMark?.of(mark) ?? [{ series: null, low, best, high, basis }];
    const moreGroups = byMark?.more(mark) ?? 0;
    const wanted = largestGroups(groups, marking.as, query);
    return {
      id,
      lat,
      lon,
      precision,
      name,
      names,
      matched: marks.values[at]!,
      low,
      best,
      high,
      basis,
      ...(moreGroups > 0 ? { groups, moreGroups } : wanted),
    };
  });
  return made.sort((a, b) => b.lat - a.lat || a.lon - b.lon || byCodePoint(a.id, b.id));
}

/** What is worked out for one query and may serve another: rows in a box, and the hexagons of a grid. */
export interface PlaceMemory {
  /** Where there are more, rows are counted location by location. */
  readonly mostLocations: number;
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
  const { box, most, measure, split } = query;
  const locations = locationsOf(columns);
  const inside = box === null ? null : memory.rowsInBox(box);
  const placed = placedRows(columns, selection, query, { inside, most: memory.mostLocations });
  const points = countHeld(placed.counts);
  const extent = locations.extent(placed.held);
  const grid = gridIn(query.grid, extent);
  const marking =
    points > most ? hexagonMarking(memory.hexCells(grid)) : pointMarking(locations, placed.counts);
  const grouping = split === 'none' ? null : splitGrouping(columns, selection, { ...query, beyond: null });
  const adders = { adder: adderOf(columns, measure), grouping };
  const added = addPlaces(columns, selection, placed, marking, adders);
  const count = adderOf(columns, 'incidents');
  const margin = (code: number) => {
    const { low, best, high } = count.valueAt(placed.margin.values, placed.margin.placeOf(code));
    return { low: low!, best: best!, high: high! };
  };
  const named = (marking.as === 'points' ? pointNames : hexagonNames)(columns, marking, placed);
  return {
    as: marking.as,
    marks: marksOf(columns, { ...query, grid }, marking, added, adders, named),
    ...{ points, extent, outside: margin(OUTSIDE) },
    off: Object.fromEntries(OFF_MAP.map((why, code) => [why, margin(code)])) as PlacesResult['off'],
  };
}

function countHeld(counts: Uint32Array): number {
  let held = 0;
  for (let code = 0; code < counts.length; code++) if (counts[code] !== 0) held++;
  return held;
}
