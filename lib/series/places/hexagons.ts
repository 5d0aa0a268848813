import { type Box, type Point, rounded } from './location';

/**
 * A grid of hexagons over the world, all of one area. They are regular, and stand on a point, in Lambert's cylindrical
 * equal-area projection, which is true to shape at the parallels `parallel` and `-parallel`. So many fit around the world
 * that it closes at the date line.
 */
export interface HexGrid {
  /** Between opposite sides, at the parallel, in km; the nearest width at which the grid closes is taken. */
  readonly across: number;
  /** In degrees, from 0 to 80. */
  readonly parallel: number;
}

/** A grid of a size for all points that there are, of hexagons at least so wide, in km. */
export interface HexFit {
  readonly atLeast: number;
}

/** A hexagon by its column (0 … columns − 1, eastwards) and its row (0 at the equator, northwards). */
export interface Hexagon {
  readonly column: number;
  readonly row: number;
}

/** The mean radius of the Earth in km (IUGG). */
const RADIUS = 6371.0088;
const RADIANS = Math.PI / 180;

/** What places points in a grid: points are taken as shares of the way around, and sines of latitudes. */
export interface HexMeasures {
  /** Hexagons around the world. */
  readonly columns: number;
  /** Rows in a unit of the sine of the latitude. */
  readonly rows: number;
}

/** The measures of a grid. */
export function hexMeasures({ across, parallel }: HexGrid): HexMeasures {
  const shrink = Math.cos(parallel * RADIANS);
  const around = 2 * Math.PI * RADIUS * shrink;
  const columns = Math.max(4, Math.round(around / across));
  // Rows of hexagons that are 1 across lie √3/2 apart.
  return { columns, rows: RADIUS / shrink / ((around / columns) * (Math.sqrt(3) / 2)) };
}

/** How far around the world a longitude is, from 0 at -180° to 1 at 180°. */
export function aroundOf(lon: number): number {
  return lon / 360 + 0.5;
}

/** The height of a latitude in the projection, from -1 to 1. */
export function heightOf(lat: number): number {
  return Math.sin(lat * RADIANS);
}

/**
 * The hexagon of a point. On an edge it is that of the greater row, then of the greater column. Only additions, products and
 * floors of doubles are in it, in this order, so that databases find the same.
 */
export function hexagonAt({ columns, rows }: HexMeasures, around: number, height: number): Hexagon {
  const r = height * rows;
  const q = around * columns - r * 0.5;
  const s = -q - r;
  const [q0, r0, s0] = [Math.floor(q + 0.5), Math.floor(r + 0.5), Math.floor(s + 0.5)];
  const [dq, dr, ds] = [Math.abs(q0 - q), Math.abs(r0 - r), Math.abs(s0 - s)];
  const isByQ = dq > dr && dq > ds;
  const row = !isByQ && dr > ds ? -q0 - s0 : r0;
  const q1 = isByQ ? -r0 - s0 : q0;
  const column = q1 + Math.floor(row * 0.5);
  return { column: column - columns * Math.floor(column / columns), row };
}

function lonLat({ columns, rows }: HexMeasures, x: number, y: number): Point {
  const height = Math.max(-1, Math.min(1, y / rows));
  return { lon: (x / columns - 0.5) * 360, lat: Math.asin(height) / RADIANS };
}

function centreXY({ column, row }: Hexagon): readonly [x: number, y: number] {
  return [column + (row - 2 * Math.floor(row / 2)) * 0.5, row];
}

/** The middle of a hexagon, to about a metre; its longitude may be 180 and a little more. */
export function hexCentre(grid: HexGrid, hexagon: Hexagon): Point {
  const { lon, lat } = lonLat(hexMeasures(grid), ...centreXY(hexagon));
  return { lon: rounded(lon), lat: rounded(lat) };
}

/** Corners in units of the grid, of a hexagon of width 1 whose rows are 1 apart: from the south, against the clock. */
const CORNERS = [
  [0, -2 / 3],
  [0.5, -1 / 3],
  [0.5, 1 / 3],
  [0, 2 / 3],
  [-0.5, 1 / 3],
  [-0.5, -1 / 3],
] as const;

/**
 * The six corners of a hexagon, against the clock. Longitudes go on beyond -180 and 180 where it lies across the date line.
 * Beyond the poles it is cut off.
 */
export function hexCorners(grid: HexGrid, hexagon: Hexagon): readonly Point[] {
  const measures = hexMeasures(grid);
  const [x, y] = centreXY(hexagon);
  return CORNERS.map(([dx, dy]) => lonLat(measures, x + dx, y + dy));
}

/** Widths that grids have, in km. */
const WIDTHS = [5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000] as const;
/** Hexagons that are to lie side by side in the part of the world shown, about. */
const SIDE_BY_SIDE = 80;

/** The grid for a part of the world: by its extent alone, so that it stays while a reader filters. */
export function gridFor(box: Box): HexGrid {
  const middle = Math.abs(box.south + box.north) / 2;
  const parallel = Math.min(70, Math.round(middle / 10) * 10);
  const degrees = box.east - box.west + (box.east < box.west ? 360 : 0);
  const width = degrees * RADIANS * RADIUS * Math.cos(middle * RADIANS);
  const height = (box.north - box.south) * RADIANS * RADIUS;
  const wanted = Math.max(width, height) / SIDE_BY_SIDE;
  const across = WIDTHS.find((one) => one >= wanted) ?? WIDTHS.at(-1)!;
  return { across, parallel };
}

const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };

/** The grid that is asked for, where all points lie in a box; null where there are none. */
export function gridIn(asked: HexGrid | HexFit, extent: Box | null): HexGrid {
  if ('across' in asked) return asked;
  const { across, parallel } = gridFor(extent ?? WORLD);
  return { across: Math.max(across, asked.atLeast), parallel };
}
