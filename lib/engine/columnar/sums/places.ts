import type { PlacesQuery } from '../../../query/query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../../../query/result';
import { type HexGrid, hexCentre } from '../../../series/places/hexagons';
import { type Box, OFF_MAP } from '../../../series/places/location';
import { hexagonId, placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Bits } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf } from '../columns/locations';
import type { Selection } from '../selection/selection';
import { type Adder, adderOf } from './adders';
import { type Grouping, splitGrouping } from './groupings';
import { type HexCells, hexagonMarking, type Marking, pointMarking } from './marking';
import { hexagonNames, type Named, pointNames } from './place-names';
import { addPlaces, type PlaceSums } from './place-sums';
import { OUTSIDE, placedRows } from './placed-rows';

/** The groups of each mark, by code point. */
function groupsByMark(
  groups: NonNullable<PlaceSums['groups']>,
  adder: Adder,
  { ids }: Grouping,
  size: number,
): ReadonlyMap<number, readonly PlaceGroup[]> {
  const byMark = new Map<number, PlaceGroup[]>();
  for (const cell of groups.held()) {
    const mark = cell % size;
    const { low, best, high, basis } = adder.valueAt(groups.values, groups.placeOf(cell));
    const group = { series: ids[Math.floor(cell / size)]!, low, best, high, basis };
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
  { marks, groups }: PlaceSums,
  { adder, grouping }: { readonly adder: Adder; readonly grouping: Grouping | null },
  named: (mark: number) => Named,
): readonly PlaceMark[] {
  const locations = locationsOf(columns);
  const byMark =
    groups === null || grouping === null ? null : groupsByMark(groups, adder, grouping, marking.marks.length);
  const made = Array.from(marks.held(), (mark): PlaceMark => {
    const at = marks.placeOf(mark);
    const { low, best, high, basis } = adder.valueAt(marks.values, at);
    const { id, lat, lon, precision } = spotOf(locations, marking, mark, grid);
    const { name, names } = named(mark);
    const groups = byMark === null ? [{ series: null, low, best, high, basis }] : (byMark.get(mark) ?? []);
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
      groups,
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
  const { box, most, grid, measure, split } = query;
  const locations = locationsOf(columns);
  const inside = box === null ? null : memory.rowsInBox(box);
  const placed = placedRows(columns, selection, query, { inside, most: memory.mostLocations });
  const points = countHeld(placed.counts);
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
    marks: marksOf(columns, query, marking, added, adders, named),
    ...{ points, extent: locations.extent(placed.held), outside: margin(OUTSIDE) },
    off: Object.fromEntries(OFF_MAP.map((why, code) => [why, margin(code)])) as PlacesResult['off'],
  };
}

function countHeld(counts: Uint32Array): number {
  let held = 0;
  for (let code = 0; code < counts.length; code++) if (counts[code] !== 0) held++;
  return held;
}
