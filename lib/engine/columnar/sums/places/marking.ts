import type { PlacesResult } from '../../../../query/result';
import { type Hexagon, type HexGrid, hexMeasures } from '../../../../series/places/hexagons';
import type { Columns } from '../../columns/columns';
import type { Codes } from '../../columns/dictionary';
import { type Locations, locationsOf, OFF_CODES } from '../../columns/locations';
import { Numbered } from '../../columns/numbered';

/** The mark of a cell that is on none. */
export const NO_MARK = -1;

/** The hexagons of a grid that have points, and which one each row is in. */
export interface HexCells {
  /** By row; for rows without a point the number of hexagons. */
  readonly cells: Uint32Array;
  /** The same by location. */
  readonly cellOf: Uint32Array;
  readonly hexagons: readonly Hexagon[];
}

/** The hexagons of a grid, made once for all that is asked by it. */
export function hexCellsOf(columns: Columns, grid: HexGrid): HexCells {
  const locations = locationsOf(columns);
  const measures = hexMeasures(grid);
  const found = locations.hexagons(measures);
  const numbered = new Numbered(locations.size);
  const hexagons: Hexagon[] = [];
  const cellOf = new Uint32Array(locations.size);
  for (let code = OFF_CODES; code < locations.size; code++) {
    const [column, row] = [found[code * 2]!, found[code * 2 + 1]!];
    const cell = numbered.placeOf(row * measures.columns + column);
    if (cell === hexagons.length) hexagons.push({ column, row });
    cellOf[code] = cell;
  }
  cellOf.fill(hexagons.length, 0, OFF_CODES);
  const cells = new Uint32Array(columns.size);
  for (let row = 0; row < cells.length; row++) cells[row] = cellOf[locations.codes[row]!]!;
  return { cells, cellOf, hexagons };
}

/** Which mark each row is on, and what the marks are. */
export interface Marking {
  readonly as: PlacesResult['as'];
  /** By row: a cell. */
  readonly cells: Codes;
  /** By cell: its mark, or {@link NO_MARK}. */
  readonly markOf: Int32Array;
  /** By location: its cell. */
  readonly cellOf: Uint32Array | null;
  /** By mark: the code of its location, or the place of its hexagon. */
  readonly marks: readonly number[];
  readonly hexagons: readonly Hexagon[];
}

/** The locations that have rows, each a mark. */
export function pointMarking({ codes, size }: Locations, counts: Uint32Array): Marking {
  const markOf = new Int32Array(size).fill(NO_MARK);
  const marks: number[] = [];
  for (let code = OFF_CODES; code < size; code++) {
    if (counts[code] !== 0) markOf[code] = marks.push(code) - 1;
  }
  return { as: 'points', cells: codes, cellOf: null, markOf, marks, hexagons: [] };
}

/** All hexagons, each a mark; which of them hold anything is known when they are added up. */
export function hexagonMarking({ cells, cellOf, hexagons }: HexCells): Marking {
  const marks = hexagons.map((_, at) => at);
  const markOf = Int32Array.from([...marks, NO_MARK]);
  return { as: 'hexagons', cells, cellOf, markOf, marks, hexagons };
}
