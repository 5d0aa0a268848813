import type { PlacesQuery } from '../../../query/query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../../../query/result';
import { type HexGrid, hexCentre, hexMeasures } from '../../../series/places/hexagons';
import { boxAround, OFF_MAP } from '../../../series/places/location';
import { hexagonId, placeId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf, OFF_CODES } from '../columns/locations';
import { BEST, DISPUTED, LOW, type Selection } from '../selection/selection';
import { eachMatch } from '../selection/window';
import { type Adder, adderOf } from './adders';
import { Cells } from './cells';
import { type Grouping, splitGrouping } from './groupings';
import { SparseCells } from './sparse-cells';

/** The cells of the margin: one for each reason, and behind them that of points outside of the box. */
const OUTSIDE = OFF_CODES;
/** The mark of a location that is on none. */
const NO_MARK = -1;

/** Which mark each location is on, and what those marks are. */
interface Marking {
  readonly as: PlacesResult['as'];
  /** By code of the location. */
  readonly markOf: Int32Array;
  /** By mark: a location that is on it. */
  readonly first: readonly number[];
}

/** Locations at which any incident of a selection may be: 1 for those. */
function heldLocations(columns: Columns, selection: Selection, query: PlacesQuery): Uint8Array {
  const { codes, size } = locationsOf(columns);
  const held = new Uint8Array(size);
  const { from, to } = query.filter;
  eachMatch(columns, selection, [from, to], (row) => {
    held[codes[row]!] = 1;
  });
  return held;
}

/** Each point that is held and inside is a mark. */
function pointMarks(locations: Locations, shown: Uint8Array): Marking {
  const markOf = new Int32Array(locations.size).fill(NO_MARK);
  const first: number[] = [];
  for (let code = OFF_CODES; code < locations.size; code++) {
    if (shown[code] === 1) markOf[code] = first.push(code) - 1;
  }
  return { as: 'points', markOf, first };
}

/** Each hexagon that has such a point is a mark. */
function hexagonMarks(locations: Locations, shown: Uint8Array, grid: HexGrid): Marking {
  const measures = hexMeasures(grid);
  const markOf = new Int32Array(locations.size).fill(NO_MARK);
  const first: number[] = [];
  const known = new Map<number, number>();
  for (let code = OFF_CODES; code < locations.size; code++) {
    if (shown[code] !== 1) continue;
    const { column, row } = locations.hexagon(code, measures);
    const key = row * measures.columns + column;
    let mark = known.get(key);
    if (mark === undefined) {
      mark = first.push(code) - 1;
      known.set(key, mark);
    }
    markOf[code] = mark;
  }
  return { as: 'hexagons', markOf, first };
}

/** The names of the places of each mark: the first one that was met, and others where there are any. */
class MarkNames {
  readonly #names: Columns['places'];
  readonly #first: Int32Array;
  readonly #more = new Map<number, Set<number>>();

  constructor({ places }: Columns, marks: number) {
    this.#names = places;
    this.#first = new Int32Array(marks).fill(NO_MARK);
  }

  add(mark: number, row: number): void {
    const name = this.#names.codes[row]!;
    const first = this.#first[mark]!;
    if (first === name) return;
    if (first === NO_MARK) {
      this.#first[mark] = name;
      return;
    }
    const more = this.#more.get(mark);
    if (more === undefined) this.#more.set(mark, new Set([name]));
    else more.add(name);
  }

  of(mark: number): Pick<PlaceMark, 'name' | 'names'> {
    const codes = [this.#first[mark]!, ...(this.#more.get(mark) ?? [])];
    const names = codes.flatMap((code) => this.#names.values.at(code) ?? []);
    const [name = null] = names.sort(byCodePoint);
    return { name, names: names.length };
  }
}

/** What is added up: the marks, their groups (by mark and group), and the margin. */
interface Added {
  readonly marks: Cells;
  readonly groups: SparseCells | null;
  readonly margin: Cells;
  readonly names: MarkNames | null;
}

/** Adds every incident up. */
function addUp(
  columns: Columns,
  selection: Selection,
  query: PlacesQuery,
  { as, markOf, first }: Marking,
  { adder, count, grouping }: { adder: Adder; count: Adder; grouping: Grouping | null },
): Added {
  const { from, to } = query.filter;
  const marks = new Cells(first.length, adder.width);
  const groups = grouping === null ? null : new SparseCells(adder.width);
  const margin = new Cells(OUTSIDE + 1, count.width);
  const names = as === 'points' ? new MarkNames(columns, first.length) : null;
  const { codes } = locationsOf(columns);
  const lists = columns.linkLists.codes;
  const figures = adder.figures?.codes;
  eachMatch(columns, selection, [from, to], (row, share, sure) => {
    const location = codes[row]!;
    const mark = markOf[location]!;
    const firm = selection.firm[lists[row]!]! & (sure ? ~0 : ~LOW);
    if (mark === NO_MARK) {
      count.add(margin, Math.min(location, OUTSIDE), 0, share, firm, 1);
      return;
    }
    const figure = figures === undefined ? 0 : figures[row]!;
    adder.add(marks, mark, figure, share, firm, 1);
    names?.add(mark, row);
    if (grouping === null || groups === null) return;
    // Groups of links say themselves how firm an incident is in them.
    const allowed = grouping.asksLinks ? firm : (firm | BEST | LOW) & (sure ? ~0 : ~LOW);
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const cell = mark * grouping.ids.length + grouping.groups[i]!;
      adder.add(groups, cell, figure, share, (grouping.firm[i]! | DISPUTED) & allowed, 1);
    }
  });
  return { marks, groups, margin, names };
}

/** The groups of each mark, by code point. */
function groupsByMark(groups: SparseCells, adder: Adder, { ids }: Grouping): Map<number, PlaceGroup[]> {
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
function spotOf(locations: Locations, as: PlacesResult['as'], code: number, grid: HexGrid) {
  if (as === 'hexagons') {
    const hexagon = locations.hexagon(code, hexMeasures(grid));
    return { id: hexagonId(grid, hexagon), ...hexCentre(grid, hexagon), precision: null };
  }
  const point = { lat: locations.lat(code), lon: locations.lon(code), precision: locations.precision(code) };
  return { id: placeId({ at: 'point', ...point }), ...point };
}

function heldPoints(locations: Locations, held: Uint8Array) {
  const points: { readonly lat: number; readonly lon: number }[] = [];
  for (let code = OFF_CODES; code < locations.size; code++) {
    if (held[code] === 1) points.push({ lat: locations.lat(code), lon: locations.lon(code) });
  }
  return points;
}

/** The incidents of a selection by place. */
export function answerPlaces(columns: Columns, selection: Selection, query: PlacesQuery): PlacesResult {
  const { box, most, grid, measure, split } = query;
  const locations = locationsOf(columns);
  const held = heldLocations(columns, selection, query);
  const extent = boxAround(heldPoints(locations, held));
  const shown = held.map((one, code) => (one === 1 && locations.isInside(code, box) ? 1 : 0));
  let marking = pointMarks(locations, shown);
  const points = marking.first.length;
  if (points > most) marking = hexagonMarks(locations, shown, grid);
  const { as, first } = marking;
  const [adder, count] = [adderOf(columns, measure), adderOf(columns, 'incidents')];
  const grouping = split === 'none' ? null : splitGrouping(columns, selection, { ...query, beyond: null });
  const added = addUp(columns, selection, query, marking, { adder, count, grouping });
  const byMark =
    added.groups === null || grouping === null ? null : groupsByMark(added.groups, adder, grouping);
  const marks = first.map((code, mark): PlaceMark => {
    const at = mark * added.marks.width;
    const cell = adder.valueAt(added.marks.values, at);
    return {
      ...spotOf(locations, as, code, grid),
      ...(added.names?.of(mark) ?? { name: null, names: 0 }),
      ...{ matched: added.marks.values[at]!, ...cell },
      groups: byMark === null ? [{ series: null, ...cell }] : (byMark.get(mark) ?? []),
    };
  });
  const margin = (code: number) => {
    const { low, best, high } = count.valueAt(added.margin.values, code * added.margin.width);
    return { low: low!, best: best!, high: high! };
  };
  return {
    as,
    marks: marks.sort((a, b) => b.lat - a.lat || a.lon - b.lon || byCodePoint(a.id, b.id)),
    ...{ points, extent, outside: margin(OUTSIDE) },
    off: Object.fromEntries(OFF_MAP.map((why, code) => [why, margin(code)])) as PlacesResult['off'],
  };
}
