import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aroundOf,
  gridFor,
  type HexGrid,
  heightOf,
  hexagonAt,
  hexCentre,
  hexCorners,
  hexMeasures,
} from './hexagons';

const at = (grid: HexGrid, lon: number, lat: number) =>
  hexagonAt(hexMeasures(grid), aroundOf(lon), heightOf(lat));

/** Where a point lies in the projection, in km; longitudes as they are. */
function projected({ parallel }: HexGrid, lon: number, lat: number) {
  const [radians, shrink] = [Math.PI / 180, Math.cos((parallel * Math.PI) / 180)];
  return [6371.0088 * lon * radians * shrink, (6371.0088 * Math.sin(lat * radians)) / shrink] as const;
}

const grids = fc.record({
  across: fc.constantFrom(20, 50, 100, 500),
  parallel: fc.constantFrom(0, 30, 60, 70),
});
const points = [
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
] as const;

describe('A grid of hexagons', () => {
  it('puts a point into the hexagon whose middle is nearest in the projection', () => {
    fc.assert(
      fc.property(grids, ...points, (grid, lon, lat) => {
        const own = at(grid, lon, lat);
        const [x, y] = projected(grid, lon, lat);
        const { columns } = hexMeasures(grid);
        const [width] = projected(grid, 360 / columns, 0);
        const distance = (column: number, row: number) => {
          const centre = hexCentre(grid, { column, row });
          // Around the world either way.
          const turns = Math.round((lon - centre.lon) / 360) * 360;
          const [cx, cy] = projected(grid, centre.lon + turns, centre.lat);
          return Math.hypot(cx - x, cy - y);
        };
        expect(distance(own.column, own.row)).toBeLessThanOrEqual(width / Math.sqrt(3) + 1e-6);
        for (let row = own.row - 1; row <= own.row + 1; row++) {
          for (let column = own.column - 1; column <= own.column + 1; column++) {
            const near = (column + columns) % columns;
            if (Math.abs(hexCentre(grid, { column: near, row }).lat) > 88) continue;
            expect(distance(own.column, own.row)).toBeLessThanOrEqual(distance(near, row) + 1e-6);
          }
        }
      }),
    );
  });

  it('finds its own middles again, and closes at the date line', () => {
    const grid = { across: 50, parallel: 60 };
    for (const hexagon of [
      { column: 3, row: -7 },
      { column: 0, row: 90 },
    ]) {
      const { lon, lat } = hexCentre(grid, hexagon);
      expect(at(grid, lon, lat)).toEqual(hexagon);
    }
    expect(at(grid, 180, 66)).toEqual(at(grid, -180, 66));
  });

  it('has hexagons of one area, in the north as at the equator', () => {
    const grid = { across: 200, parallel: 60 };
    const area = (row: number) => {
      const corners = hexCorners(grid, { column: 5, row }).map(({ lon, lat }) => projected(grid, lon, lat));
      // Gauss's formula.
      const sum = corners.reduce((total, [x, y], i) => {
        const [nx, ny] = corners[(i + 1) % 6]!;
        return total + x * ny - nx * y;
      }, 0);
      return sum / 2;
    };
    const { columns } = hexMeasures(grid);
    const [width] = projected(grid, 360 / columns, 0);
    expect(area(0)).toBeCloseTo((Math.sqrt(3) / 2) * width * width, 3);
    expect(area(60)).toBeCloseTo(area(0), 3);
  });

  it('is as fine as the part of the world that is shown', () => {
    expect(gridFor({ west: 35, south: 54, east: 40, north: 57 })).toEqual({ across: 5, parallel: 60 });
    expect(gridFor({ west: 20, south: 41, east: -170, north: 80 })).toEqual({ across: 150, parallel: 60 });
    expect(gridFor({ west: -180, south: -60, east: 180, north: 80 }).parallel).toBe(10);
  });
});
